"""Retirement credits (建設業退職金共済).  Here will live the ledger of days and the estimate in words."""
