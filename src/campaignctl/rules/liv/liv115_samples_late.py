"""The samples of a livestream should have arrived by now, and have not.

There is still time to send them again, or to choose another product for the show.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.cmp._days import local_day, said_day
from campaignctl.rules.liv._streams import standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find samples whose day has passed, of streams still to come, that Samples arrived does not confirm."""
    if case.now is None:
        return
    rows = case.streams
    today = pd.Timestamp(case.local(case.now).date())
    due = local_day(rows["samples_due"], case.zone)
    late = (due < today) & ~rows["samples_arrived"].fillna(value=False) & (rows["starts"] > pd.Timestamp(case.now))
    say = "samples of {stream_id} were due {due} and have not arrived; it starts {starts}"
    yield failing(rows, late, at="samples_arrived", say=say, due=said_day(due))


RULE = Rule(
    code="LIV115",
    name="samples-late",
    severity=Severity.WARNING,
    over="livestreams",
    where=lambda rows: standing(rows) & rows["samples_due"].notna(),
    needs=("stream_id", "starts"),
    check=check,
    timed=True,
    fix="Ask the shop where they are; set Samples arrived to Yes if they came.",
    see=("LIV114",),
    examples=(
        draw("""
As of 2026-11-16 09:00
Livestreams
   | Stream ID | Title         | Starts           | Ends             | Samples due | Samples arrived
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00 | 2026-11-14  | Yes
 8 | HD26-L02  | Second night  | 2026-11-21 19:00 | 2026-11-21 21:00 | 2026-11-14  | No              | <- samples of HD26-L02 were due Sat 14 Nov 2026 and have not arrived; it starts Sat 21 Nov 2026 19:00
 9 | HD26-L03  | Third night   | 2026-11-22 19:00 | 2026-11-22 21:00 | 2026-11-16  |
10 | HD26-L04  | The teaser    | 2026-11-15 19:00 | 2026-11-15 21:00 | 2026-11-14  |
"""),
    ),
)
