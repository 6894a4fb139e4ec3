"""`passport notify`: tells people what happened, in a process of its own; several may run, also on other machines."""

import argparse
import os

from passport import environment, postgres
from passport.serve import jobs
from passport.serve.log import log_to_stderr
from passport.serve.supervisor import BEHIND


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """It takes nothing: what it sends by stands in the settings."""


def run(_arguments: argparse.Namespace) -> int:
    """Tell and send until Ctrl-C or SIGTERM."""
    log_to_stderr()
    with postgres.given_or_embedded(environment.data()):
        jobs.run(BEHIND["notify"])
    return os.EX_OK
