"""Papers and lists to take away (安全書類, 一覧の出力), read from everything above.

Long lists are made behind the scenes and fetched by a link: docs/decisions/0020-the-office.md.
"""
