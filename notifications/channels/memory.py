"""A channel for tests: keeps what it was given, and answers as it is told."""

from notifications.channels import Address, Delivered, Message, Outcome


class MemoryChannel:
    """Keeps messages in the order they came."""

    def __init__(self) -> None:
        """Begin with nothing sent, and with good answers."""
        self.sent: list[tuple[Address, Message]] = []
        self.answers: list[Outcome] = []
        """What to answer next; when used up, everything is delivered."""

    async def send(self, address: Address, message: Message) -> Outcome:
        """Keep a message."""
        self.sent.append((address, message))
        return self.answers.pop(0) if self.answers else Delivered("kept")

    async def close(self) -> None:
        """Nothing to let go of."""
