"""Two livestreams have the same ID.

Promotions, the run of show and the report cannot tell them apart.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find IDs that stand in a row above, in any case."""
    rows = case.streams
    same = rows["stream_id"].str.casefold()
    first = rows.groupby(same)["row"].transform("min")
    return failing(
        rows, same.duplicated(), at="stream_id", say="{stream_id} already stands in row {first}", first=first
    )


RULE = Rule(
    code="LIV104",
    name="stream-id-used-twice",
    severity=Severity.ERROR,
    over="livestreams",
    needs=("stream_id",),
    check=check,
    fix="Give one of the two an ID of its own.",
    see=("LIV116",),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Starts           | Ends
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00
 8 | HD26-L02  | Second night  | 2026-11-21 19:00 | 2026-11-21 21:00
 9 | hd26-l01  | Third night   | 2026-11-22 19:00 | 2026-11-22 21:00 | <- hd26-l01 already stands in row 7
"""),
    ),
)
