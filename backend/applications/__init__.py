"""Applications (申請): drafts, proxy and consent, review by two people, and what is registered in the end.

Still to come; the design is docs/decisions/0019-applications.md, the tables are there.
"""
