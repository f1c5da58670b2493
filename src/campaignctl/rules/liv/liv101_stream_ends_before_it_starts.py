"""A livestream ends before it starts.

Past midnight the date is the next one: an end on the day of the start is typed most often.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare both ends of every stream."""
    rows = case.streams
    say = "{stream_id} ends {ends}, and starts {starts}"
    return failing(rows, rows["ends"] <= rows["starts"], at="ends", say=say)


RULE = Rule(
    code="LIV101",
    name="stream-ends-before-it-starts",
    severity=Severity.ERROR,
    over="livestreams",
    where=standing,
    needs=("stream_id", "starts", "ends"),
    check=check,
    fix="Correct the one of the two times that is wrong: after midnight it is the next day.",
    see=("LIV103",),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Starts           | Ends             | Status
 7 | HD26-L01  | Opening night | 2026-11-20 22:00 | 2026-11-21 01:00 |
 8 | HD26-L02  | Late show     | 2026-11-21 22:00 | 2026-11-21 01:00 |           | <- HD26-L02 ends Sat 21 Nov 2026 01:00, and starts Sat 21 Nov 2026 22:00
 9 | HD26-L03  | Given up      | 2026-11-21 22:00 | 2026-11-21 01:00 | Cancelled
"""),
    ),
)
