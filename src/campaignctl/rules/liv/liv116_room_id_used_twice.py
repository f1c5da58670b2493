"""Two livestreams have the same room ID.

The room joins a stream with its export: what one room sold is counted for both.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find room IDs that stand in a row above."""
    rows = case.streams
    first = rows.groupby("room_id")["row"].transform("min")
    return failing(
        rows,
        rows["room_id"].duplicated(),
        at="room_id",
        say="room {room_id} of {stream_id} already stands in row {first}",
        first=first,
    )


RULE = Rule(
    code="LIV116",
    name="room-id-used-twice",
    severity=Severity.ERROR,
    over="livestreams",
    where=lambda rows: rows["room_id"].notna(),
    needs=("stream_id",),
    check=check,
    fix="Look the room up in LIVE Manager, and correct the wrong row.",
    see=("LIV104",),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Starts           | Ends             | Room ID
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00 | 7521900011223344501
 8 | HD26-L02  | Second night  | 2026-11-21 19:00 | 2026-11-21 21:00 | 7521900011223344501 | <- room 7521900011223344501 of HD26-L02 already stands in row 7
 9 | HD26-L03  | Third night   | 2026-11-22 19:00 | 2026-11-22 21:00 |
"""),
    ),
)
