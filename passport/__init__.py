"""The command `passport`: sets up, serves, checks and feeds the register on one machine.

`backend` does not know it.  `passport --help` lists what it can do.
"""
