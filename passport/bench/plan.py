"""How much is measured, and for how long: everything has an end."""

from dataclasses import dataclass

NATIONAL_DAY_TAPS = 2_400_000
TAPS_IN_REPORT = 2_000
OVERLOAD_TIMES = 10
"""So many times the connections of an ordinary load."""


@dataclass(frozen=True)
class Plan:
    """What one run does.  Each round measures everything once; the median of the rounds is the figure."""

    workers: int = 20_000
    months: int = 14
    rounds: int = 3
    seconds: float = 6.0
    """Each load of a round."""
    connections: int = 64
    """Of single touches and of pgbench; the embedded PostgreSQL admits 100."""
    batch_connections: int = 4
    reports: int = 60
    """Of 2,000 touches, in each round."""
    most_singles_per_s: int = 10_000
    """So many are made ready: the load ends early where the server takes more."""
    reads_per_s: int = 100
    national: bool = False

    @property
    def overload_connections(self) -> int:
        """Ten times the connections."""
        return self.connections * OVERLOAD_TIMES

    @property
    def most_singles(self) -> int:
        """Touches to make ready for one load of single ones."""
        return int(self.most_singles_per_s * self.seconds)

    @property
    def days_of_singles(self) -> int:
        """Days of the whole crew, a touch in and a touch out each, that one load of singles takes."""
        return -(-self.most_singles // (2 * self.workers))

    @property
    def days_of_reports(self) -> int:
        """Days of the whole crew that a round's reports take."""
        return -(-self.reports * TAPS_IN_REPORT // (2 * self.workers))

    @property
    def national_reports(self) -> int:
        """Reports of a national day, where it is really run."""
        return NATIONAL_DAY_TAPS // TAPS_IN_REPORT if self.national else 0

    @property
    def days(self) -> int:
        """Days of the whole crew that the run takes: in each round warm-up, light load, singles thrice, reports."""
        national = -(-self.national_reports * TAPS_IN_REPORT // (2 * self.workers))
        return self.rounds * (2 + 3 * self.days_of_singles + self.days_of_reports) + national


def quick() -> Plan:
    """Give the least that still shows every figure, for tests."""
    return Plan(workers=2_000, months=2, rounds=1, seconds=2.0, connections=32, batch_connections=2, reports=6)
