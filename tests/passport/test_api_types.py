"""The phone's types are those of the server's contract."""

from passport import __main__ as command


def test_the_types_in_git_are_what_the_server_says_now() -> None:
    assert command.main(["api", "--check"]) == 0, "the contract has changed: make api, then mend what tsc says"
