"""The livestreams release more units or claims of a promotion than it has.

The counter stands at zero while the host is still counting down.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._show import crossing, show
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Add up the units of every promotion over all streams, and find the segment that first goes over its Quantity."""
    offers = case.promotions.dropna(subset=["id"]).drop_duplicates("id").set_index("id")
    most = offers["quantity"].where(offers["quantity"] > 0)
    rows = crossing(show(case), "promotion_id", most)
    say = "with {stream_id} the shows have released {released} of {promotion_id}; its Quantity is {allowed}"
    return failing(rows, rows["promotion_id"].notna(), at="units_released", say=say)


RULE = Rule(
    code="LIV314",
    name="units-released-above-quantity",
    severity=Severity.ERROR,
    over="run_of_show",
    where=lambda rows: rows["promotion_id"].notna() & (rows["units_released"] > 0),
    needs=("stream_id", "order"),
    check=check,
    fix="Release fewer, or raise Quantity of the promotion.",
    see=("LIV306",),
    examples=(
        draw("""
Promotions
   | ID      | Title       | Tool            | Starts           | Ends             | Quantity
 7 | HD26-06 | In the show | LIVE flash deal | 2026-11-20 19:00 | 2026-11-20 19:20 | 100
 8 | HD26-07 | Any number  | LIVE flash deal | 2026-11-20 19:00 | 2026-11-20 19:20 | No limit
Livestreams
   | Stream ID | Title         | Starts           | Ends
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00
Run of show
   | Stream ID | Order | Minutes | Segment   | Promotion ID | Units released
 7 | HD26-L01  | 1     | 10      | LIVE deal | HD26-06      | 60
 8 | HD26-L01  | 2     | 10      | LIVE deal | HD26-06      | 60             | <- with HD26-L01 the shows have released 120 of HD26-06; its Quantity is 100
 9 | HD26-L01  | 3     | 10      | LIVE deal | HD26-07      | 600
"""),
    ),
)
