"""A livestream lasts longer than a day.

No host and no room holds out so long: most often its end stands on the wrong day, and everything planned behind it
looks double booked.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import standing
from campaignctl.rules.prm._windows import length_words
from campaignctl.rules.rule import Rows, Rule, failing

LONGEST = pd.Timedelta(hours=24)
"""The team's own bound, as the form's quick check has it; no marketplace names one."""


def check(case: Case) -> Rows:
    """Find streams of more than 24 hours."""
    rows = case.streams
    lasts = rows["ends"] - rows["starts"]
    length = pd.Series([length_words(span) for span in lasts], index=rows.index, dtype="str")
    return failing(rows, lasts > LONGEST, at="ends", say="{stream_id} lasts {length}", length=length)


RULE = Rule(
    code="LIV103",
    name="stream-longer-than-a-day",
    severity=Severity.ERROR,
    over="livestreams",
    where=standing,
    needs=("stream_id", "starts", "ends"),
    check=check,
    fix="Correct the day of its end, or split it into streams with hosts of their own.",
    limit=lambda _: "24 hours: the team's own bound, not the marketplace's",
    see=("LIV101",),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Starts           | Ends
 7 | HD26-L01  | All day long  | 2026-11-20 08:00 | 2026-11-21 08:00
 8 | HD26-L02  | Late show     | 2026-11-21 19:00 | 2026-11-22 21:00 | <- HD26-L02 lasts 26 h
"""),
    ),
)
