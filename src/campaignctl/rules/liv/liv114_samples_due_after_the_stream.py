"""The samples of a livestream are due at the host's only after it.

The host holds nothing into the camera.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.cmp._days import local_day, said_day
from campaignctl.rules.liv._streams import standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare the day of the samples with that of the stream; the same day is the last that can be."""
    rows = case.streams
    due, day = (local_day(rows[key], case.zone) for key in ("samples_due", "starts"))
    say = "samples of {stream_id} are due {due}; it starts {starts}"
    return failing(rows, due > day, at="samples_due", say=say, due=said_day(due))


RULE = Rule(
    code="LIV114",
    name="samples-due-after-the-stream",
    severity=Severity.ERROR,
    over="livestreams",
    where=lambda rows: standing(rows) & rows["samples_due"].notna(),
    needs=("stream_id", "starts"),
    check=check,
    fix="Have them at the host's some days before {starts}.",
    see=("LIV115",),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Starts           | Ends             | Samples due
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00 | 2026-11-14
 8 | HD26-L02  | Second night  | 2026-11-21 19:00 | 2026-11-21 21:00 | 2026-11-23  | <- samples of HD26-L02 are due Mon 23 Nov 2026; it starts Sat 21 Nov 2026 19:00
"""),
    ),
)
