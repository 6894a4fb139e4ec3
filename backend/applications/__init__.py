"""Applications (申請): written, consented to, sent, looked at by two, and registered (0019)."""
