"""Applications (申請): drafts, proxy and consent, review by two people, and what is registered in the end.

Described in docs/decisions/0019-applications.md.
"""
