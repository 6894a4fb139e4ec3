"""How a card's serial is written.  Pure."""

import re

_SERIAL = re.compile(r"[0-9A-F]{8,32}")
_SEPARATORS = str.maketrans("", "", ":- ")


def canonical_serial(token: str) -> str | None:
    """Write what a reader read in the one way it is kept: upper-case hexadecimal digits without separators.

    >>> canonical_serial("01:2e:4c:d0:a1:b2:c3:d4")
    '012E4CD0A1B2C3D4'
    """
    serial = token.translate(_SEPARATORS).upper()
    return serial if _SERIAL.fullmatch(serial) else None
