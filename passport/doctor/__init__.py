"""What can be wrong on this machine, each with a check that says what to do: see `checks.py` and `database.py`."""
