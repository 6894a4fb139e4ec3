"""Registered skilled workers (技能者), their trades (職種) and their employers (所属事業者).

Source: docs/glossary.md; worker registration since 2018, two forms since 2021-04.
"""
