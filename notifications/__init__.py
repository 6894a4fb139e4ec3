"""お知らせ: who is told what, at once, once, in the reader's own language.

An edge: it reads the register and its events, the register knows nothing of it.  docs/decisions/0021-notifications.md.
"""
