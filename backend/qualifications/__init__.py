"""Licences, skill tests and trainings held (保有資格).  Here will live their records, proofs and expiry."""
