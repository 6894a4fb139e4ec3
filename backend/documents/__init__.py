"""Papers (安全書類, 証明書).  Here will live the forms and signed documents read from everything above."""
