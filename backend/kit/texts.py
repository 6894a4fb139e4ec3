"""What people write, made fit to be kept."""


def readable(text: str) -> str:
    """Leave out what has no shape: control characters other than the end of a line."""
    return "".join(letter for letter in text if letter == "\n" or letter.isprintable()).strip()
