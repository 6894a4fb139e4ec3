"""Licences, skill tests, trainings and awards (保有資格): which there are, who holds them, and what proves it.

Source: https://www.ccus.jp/p/use/ (what is registered); the names and grades are in `catalogue.toml`.
"""
