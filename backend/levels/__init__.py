"""Levels 1–4 by evaluation field (能力評価): what each asks, what is reached, what is missing, and what was reported.

Source: the standards of 49 fields in `criteria.toml`; docs/decisions/0022-levels.md.
"""
