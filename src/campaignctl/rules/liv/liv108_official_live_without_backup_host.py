"""An official livestream has no backup host.

When the host falls ill in the afternoon, the campaign's own stream does not take place, with all sellers watching.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import standing
from campaignctl.rules.noticed import left_blank
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.livestreams import LIVESTREAMS


def check(case: Case) -> Rows:
    """Find official streams whose Backup host is blank."""
    rows = case.streams
    none = left_blank(case, rows, LIVESTREAMS, "backup_host")
    return failing(rows, none, at="backup_host", say="{stream_id} is an {kind} without a backup host")


RULE = Rule(
    code="LIV108",
    name="official-live-without-backup-host",
    severity=Severity.WARNING,
    over="livestreams",
    where=lambda rows: standing(rows) & rows["kind"].eq("Official LIVE"),
    needs=("stream_id",),
    check=check,
    fix="Name somebody who knows the show and has no other stream then.",
    see=("LIV109", "LIV205"),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Kind          | Host       | Backup host | Starts           | Ends
 7 | HD26-L01  | Opening night | Official LIVE | Robin Hale | Ada Fox     | 2026-11-20 19:00 | 2026-11-20 21:00
 8 | HD26-L02  | Second night  | Official LIVE | Robin Hale |             | 2026-11-21 19:00 | 2026-11-21 21:00 | <- HD26-L02 is an Official LIVE without a backup host
 9 | HD26-L03  | Shop night    | Seller LIVE   | Noa Wynn   |             | 2026-11-22 19:00 | 2026-11-22 21:00
"""),
    ),
)
