"""`passport serve`: the product on one port, by as many processes as there are cores."""

import argparse
import asyncio
import os
import sys

from passport import environment, postgres
from passport.serve.log import log_to_stderr
from passport.serve.sockets import PortTakenError
from passport.serve.supervisor import BEHIND, Plan, cores, supervise


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes; each has a setting in the environment."""
    parser.add_argument("--host", default=os.environ.get("PASSPORT_HOST") or Plan.host, help="address to listen on")
    parser.add_argument("--port", type=int, default=environment.port(), help="PASSPORT_PORT (8000)")
    parser.add_argument(
        "--processes",
        type=int,
        default=int(os.environ.get("PASSPORT_PROCESSES") or cores()),
        help="PASSPORT_PROCESSES (one for each core)",
    )
    parser.add_argument(
        "--requests",
        type=int,
        default=int(os.environ.get("PASSPORT_REQUESTS") or Plan.requests),
        help="PASSPORT_REQUESTS: how many one process works on at once before it answers 503 (1000)",
    )
    parser.add_argument("--no-jobs", action="store_true", help="only answer; jobs and notices run on another machine")


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C or SIGTERM."""
    log_to_stderr()
    environment.serve_at(arguments.port)
    try:
        with postgres.given_or_embedded(environment.data()):
            asyncio.run(supervise(plan(arguments)))
    except (PortTakenError, postgres.PostgresError) as error:
        print(error, file=sys.stderr)
        return os.EX_UNAVAILABLE
    return os.EX_OK


def plan(arguments: argparse.Namespace) -> Plan:
    """Make the supervisor's plan of what was asked for."""
    return Plan(
        host=arguments.host,
        port=arguments.port,
        processes=arguments.processes,
        requests=arguments.requests,
        behind={} if arguments.no_jobs else BEHIND,
    )
