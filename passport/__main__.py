"""`passport COMMAND ...`: finds the command's module and runs it.

Each command is a module with `add_arguments(parser)` and `run(arguments) -> int`, named once in COMMANDS and imported
only when it is asked for.
"""

import argparse
import importlib
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType, ModuleType

from passport import environment

COMMANDS: dict[str, tuple[str, str]] = {
    "run": ("passport.commands.run", "set up what is missing and serve, with sample data on the first run"),
    "serve": ("passport.commands.serve", "serve; what a production start calls"),
    "notify": ("passport.commands.notify", "tell people what happened, in a process beside those of serve"),
    "migrate": ("passport.commands.migrate", "bring the database's tables up to date"),
    "doctor": ("passport.commands.doctor", "say what is wrong here and what to do"),
    "postgres": ("passport.commands.postgres", "start, stop, ask or enter the embedded PostgreSQL"),
    "sample": ("passport.sample.command", "draw a country of sample people and load it"),
    "taps": ("passport.taps_file", "replay a reader's file through the real pipeline"),
    "bench": ("passport.bench.command", "measure, and print a table"),
    "import": ("passport.commands.import_table", "register who stands in a table, and name every row that cannot be"),
    "partitions": ("passport.commands.partitions", "make the months' partitions ahead"),
    "rebuild-totals": ("passport.rebuild_totals", "prove that the totals equal the history"),
    "judge": ("passport.judge", "judge the level of every worker again"),
    "verify": ("passport.commands.verify", "check the seal of a paper, without any server"),
    "pass-key": ("passport.commands.pass_key", "list the keys that sign passes, or make a new one"),
    "push-key": ("passport.commands.push_key", "list the keys that sign push messages, or make a new one"),
    "postcards": ("passport.commands.postcards", "print what companies that mail does not reach must be told by post"),
    "requirements": ("passport.commands.requirements", "count the rows of the mission by group and state"),
    "pwa": ("passport.commands.pwa", "build the phone's app where a source is newer"),
    "api": ("passport.commands.api", "write the OpenAPI, and the phone's types from it"),
    "invite": ("passport.commands.invite", "print the secret by which an operator or a worker gets in first"),
    "help-code": ("passport.commands.help_code", "say what stands behind six characters that somebody reads out"),
    "browser": ("passport.commands.browser", "see that there is a browser for the tests"),
}
ENDED_BY_SIGNAL = 130


def main(given: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    words = list(sys.argv[1:] if given is None else given)
    name = argparse.ArgumentParser(
        prog="passport",
        description="Worker Passport 技能者パスポート: runs, checks and feeds the register on this machine.",
        epilog="\n".join(["commands:", *(f"  {name:<15} {line}" for name, (_, line) in COMMANDS.items())]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    name.add_argument(
        "command", choices=COMMANDS, metavar="COMMAND", help="one of those below; COMMAND --help tells more"
    )
    command = name.parse_args(words[:1]).command
    signal.signal(signal.SIGTERM, _end)
    try:
        return call(command, words[1:])
    except KeyboardInterrupt:
        print("\nEnded.", file=sys.stderr)
        return ENDED_BY_SIGNAL


def call(command: str, words: Sequence[str]) -> int:
    """Run a command from within another."""
    environment.hand_on()
    where, line = COMMANDS[command]
    module = _load(where)
    if module is None:
        print(f"`passport {command}` is not here yet.", file=sys.stderr)
        return os.EX_UNAVAILABLE
    parser = argparse.ArgumentParser(prog=f"passport {command}", description=line[0].upper() + line[1:] + ".")
    module.add_arguments(parser)
    return int(module.run(parser.parse_args(words)) or 0)


def _load(where: str) -> ModuleType | None:
    """Import a command's module; None where nobody has written it yet."""
    try:
        return importlib.import_module(where)
    except ModuleNotFoundError as error:
        if error.name is not None and (where + ".").startswith(error.name + "."):
            return None
        raise


def _end(_signal: int, _frame: FrameType | None) -> None:
    """Let SIGTERM unwind like Ctrl-C, so that what was started is also ended."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
