"""The ground under the register: clock, database, numbers, errors.  Knows nothing of construction."""
