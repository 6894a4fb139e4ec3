"""What a check found."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Whether one thing is right, what was seen, and what to do where it is wrong."""

    name: str
    is_right: bool
    seen: str
    remedy: str = ""

    def __str__(self) -> str:
        """Write it as `passport doctor` prints it."""
        line = f"{'ok   ' if self.is_right else 'WRONG'}  {self.name:<12} {self.seen}"
        return line if self.is_right else f"{line}\n       {'':<12} → {self.remedy}"
