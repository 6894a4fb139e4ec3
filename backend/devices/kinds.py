"""The kinds of things that take a touch."""

from enum import IntEnum


class Device(IntEnum):
    """What kind of thing took it."""

    NONE = 0
    READER = 1
    LOGGING_READER = 2
    FOREMAN_PHONE = 3
    GATE_TAG = 4
    OWN_PHONE = 5
    VENDOR = 6
    TERMINAL = 7
