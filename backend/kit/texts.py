"""What people write, made fit to be kept; and our own names, as the API writes them."""


def readable(text: str) -> str:
    """Leave out what has no shape: control characters other than the end of a line."""
    return "".join(letter for letter in text if letter == "\n" or letter.isprintable()).strip()


def word(name: str) -> str:
    """Write a name of ours as the API says it.

    >>> word("SQUAD_LEADER")
    'squadLeader'
    """
    first, *rest = name.lower().split("_")
    return first + "".join(part.capitalize() for part in rest)
