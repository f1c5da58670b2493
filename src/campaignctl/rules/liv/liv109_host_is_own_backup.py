"""The backup host of a livestream is its host.

Nobody steps in when the one person cannot come.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import standing
from campaignctl.rules.people import same_person
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare both names, in any case."""
    rows = case.streams
    alone = same_person(rows["backup_host"], rows["host"])
    return failing(rows, alone, at="backup_host", say="{backup_host} hosts {stream_id} and is the backup too")


RULE = Rule(
    code="LIV109",
    name="host-is-own-backup",
    severity=Severity.WARNING,
    over="livestreams",
    where=lambda rows: standing(rows) & rows["backup_host"].notna(),
    needs=("stream_id",),
    check=check,
    fix="Name another person, or clear the cell.",
    see=("LIV108",),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Host       | Backup host | Starts           | Ends
 7 | HD26-L01  | Opening night | Robin Hale | Ada Fox     | 2026-11-20 19:00 | 2026-11-20 21:00
 8 | HD26-L02  | Second night  | Robin Hale | robin hale  | 2026-11-21 19:00 | 2026-11-21 21:00 | <- robin hale hosts HD26-L02 and is the backup too
"""),
    ),
)
