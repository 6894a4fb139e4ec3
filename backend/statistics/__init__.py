"""統計: figures about the whole, never about one person.

Reference figures come from the papers of the 11th general assembly of the council of the
建設キャリアアップシステム (2024-03-28); live figures are read from every domain above.
"""
