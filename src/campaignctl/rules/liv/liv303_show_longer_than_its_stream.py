"""The segments of a livestream take longer than the stream.

The last ones, most often the deals that viewers waited for, are cut or rushed.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._show import show
from campaignctl.rules.prm._windows import length_words
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find the first segment of every stream that goes on after its end, with how much the whole show is over."""
    rows = show(case)
    over = rows[(rows["to_at"] > rows["s_ends"]) & (rows["s_starts"] < rows["s_ends"])]
    ends = over.groupby("stream_id")["to_at"].transform("max")
    first = ~over.duplicated("stream_id")
    late = pd.Series([length_words(span) for span in ends - over["s_ends"]], index=over.index, dtype="str")
    say = "the show of {stream_id} ends {late} after the stream, which ends {s_ends}"
    return failing(over, first, at="minutes", say=say, late=late)


RULE = Rule(
    code="LIV303",
    name="show-longer-than-its-stream",
    severity=Severity.WARNING,
    over="run_of_show",
    needs=("stream_id", "order", "minutes"),
    check=check,
    fix="Shorten segments by {late}, or let the stream end later.",
    see=("LIV307",),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Starts           | Ends
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 20:00
 8 | HD26-L02  | Second night  | 2026-11-21 19:00 | 2026-11-21 20:00
Run of show
   | Stream ID | Order | Minutes | Segment
 7 | HD26-L01  | 1     | 20      | Opening
 8 | HD26-L01  | 3     | 25      | Closing  | <- the show of HD26-L01 ends 15 min after the stream, which ends Fri 20 Nov 2026 20:00
 9 | HD26-L01  | 2     | 30      | Q&A
10 | HD26-L02  | 1     | 60      | Q&A
"""),
    ),
)
