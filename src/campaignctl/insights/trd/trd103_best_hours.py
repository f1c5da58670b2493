"""One hour of the day grew beyond its usual share of sales.

Slots, pushes and coupons belong where buyers came; the hour that gained most is judged as the best of as many.
"""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.history import Row
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.methods.discoveries import best_of
from campaignctl.methods.own_past import Change, change

LEAST_HOURS, LEAST_SHARE = 6, 0.02
"""An hour that gained less than two per cent of GMV is no place to move a slot to."""


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try the hour that gained most beyond what all hours gained, as the best of all hours."""
    rows = evidence.history.rows("value", "hour")
    moved = [(row, off) for row in rows if (off := _share(row, rows)) is not None]
    if len(moved) < LEAST_HOURS:
        return
    whole = sum(row.now for row in rows)
    row, off = max(moved, key=lambda each: each[0].now - each[1].usual * whole)
    gained, p = round(row.now - off.usual * whole), best_of(off.p, len(moved))
    if gained < LEAST_SHARE * whole:
        yield Tried(row.key, abs(gained), Sort.REPEAT, p)
        return
    sold, more = evidence.money("hour_sold", row.key, row.now), evidence.money("hour_more", row.key, gained)
    moved_by, sure = evidence.change("hour", row.key, off)
    sentence = say(f"The hour from {{hour}} sold {sold}, {more} beyond its usual share ({moved_by})", hour=row.key)
    then, brief = "Put the next slots and pushes there", f"put slots and pushes at {row.key}"
    yield Tried(row.key, gained, Sort.REPEAT, p, sentence, sure, then, brief=brief)


def _share(row: Row, rows: tuple[Row, ...]) -> Change | None:
    """Return how the hour's share of sales moved against its share in the stretches before."""
    before = [sum(each) for each in zip(*(one.past for one in rows), strict=True)]
    now = sum(one.now for one in rows)
    if not now or not all(before):
        return None
    return change([part / whole for part, whole in zip(row.past, before, strict=True)], row.now / now)


INSIGHT = Insight(
    code="TRD103",
    name="best-hours",
    detect=detect,
    see=("TRD102", "LIV101"),
    examples=(
        example("""
value by hour
| hour  | -4  | -3  | -2  | -1  | 0   |
| 09:00 | 100 | 104 | 98  | 101 | 200 |
| 12:00 | 120 | 118 | 123 | 121 | 240 |
| 15:00 | 90  | 93  | 91  | 89  | 180 |
| 18:00 | 150 | 148 | 153 | 149 | 300 |
| 20:00 | 160 | 163 | 158 | 161 | 700 |
| 22:00 | 80  | 82  | 79  | 81  | 160 |
repeat: The hour from 20:00 sold $700, $294 beyond its usual share (+72%)
"""),
        example("""
value by hour
| hour  | -4  | -3  | -2  | -1  | 0   |
| 09:00 | 100 | 104 | 98  | 101 | 200 |
| 12:00 | 120 | 118 | 123 | 121 | 240 |
| 15:00 | 90  | 93  | 91  | 89  | 180 |
| 18:00 | 150 | 148 | 153 | 149 | 300 |
| 20:00 | 160 | 163 | 158 | 161 | 320 |
| 22:00 | 80  | 82  | 79  | 81  | 160 |
"""),
    ),
)
