"""What a mail server's reply means: one table (RFC 5321), with the finer codes of RFC 3463 where there are any.

Pure: no clock, no database, no network.
"""

from collections.abc import Callable

from notifications.channels import Again, Delivered, Failed, Gone, Outcome
from notifications.smtp import Reply, Step

REPLIES: dict[int, tuple[Callable[[str], Outcome], str]] = {
    530: (Again, "our login is not accepted"),
    535: (Again, "our login is not accepted"),
    538: (Again, "our login is not accepted"),
    2: (Delivered, "taken over"),
    3: (Failed, "not as the protocol says"),
    4: (Again, "not now"),
    5: (Failed, "refused"),
}
"""By code, else by its hundred.  421, 450, 451 and 452 are how a server asks for patience, greylisting among them."""
ADDRESS_GONE = {550, 551, 553}
"""At RCPT, where no finer code says otherwise: 550 no such mailbox, 551 moved away, 553 not a name here."""
NOT_ABOUT_THE_ADDRESS = ("5.1.7", "5.1.8", "5.2.2", "5.2.3", "5.2.4", "5.3.", "5.4.", "5.6.", "5.7.")
"""The sender, a full mailbox, length, a list, the system, the way, the content, a policy: the address may be right."""
ABOUT_THE_ADDRESS = ("5.1.", "5.2.1")
"""No such mailbox or domain; a mailbox that is closed."""
LONGEST = 200


def judge_reply(step: Step, reply: Reply) -> Outcome:
    """Tell what became of a message by the last reply, and the step at which it came.

    >>> judge_reply(Step.RECIPIENT, Reply(550, "5.1.1 no such user"))
    Gone(said='550 no such address: 5.1.1 no such user')
    """
    if step is Step.RECIPIENT and _is_gone(reply):
        return Gone(_say(reply, "no such address"))
    if step in {Step.OPENING, Step.LOGIN} and reply.code >= 500:  # noqa: PLR2004  # the hundred of refusals
        # Nothing is wrong with the message: it is we who are not let in, until somebody mends it.
        return Again(_say(reply, "the server does not let us in"))
    kind, words = REPLIES.get(reply.code) or REPLIES[reply.code // 100]
    return kind(_say(reply, words))


def means_gone(status: str) -> bool:
    """Tell whether an enhanced status code says that the address is no more."""
    return status.startswith(ABOUT_THE_ADDRESS) and not status.startswith(NOT_ABOUT_THE_ADDRESS)


def shortened(text: str) -> str:
    """Write what another system said in one line that can be kept."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())[:LONGEST]


def _is_gone(reply: Reply) -> bool:
    if means_gone(reply.status):
        return True
    return reply.code in ADDRESS_GONE and not reply.status.startswith(NOT_ABOUT_THE_ADDRESS)


def _say(reply: Reply, words: str) -> str:
    return shortened(f"{reply.code} {words}: {reply.text}")
