"""A deal or a coupon is announced at an hour at which its promotion does not run.

The host counts down, and the price does not change. Clock times follow from the stream's start and the minutes before;
a promotion that does not run during the whole stream is told there.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._show import show
from campaignctl.rules.liv._streams import lies_apart, with_promotion
from campaignctl.rules.promotions import as_typed
from campaignctl.rules.rule import Rows, Rule, failing

ANNOUNCED = ("LIVE deal", "Coupon drop")


def check(case: Case) -> Rows:
    """Find segments that begin before their promotion or go on after it."""
    rows = with_promotion(case, show(case), "promotion_id")
    told = lies_apart(rows, "s_starts", "s_ends", "p_starts", "p_ends")
    outside = (rows["from_at"] < rows["p_starts"]) | (rows["to_at"] > rows["p_ends"])
    return failing(
        rows,
        outside.fillna(value=False) & ~told & rows["segment"].isin(ANNOUNCED),
        at="promotion_id",
        say="{segment} of {stream_id} runs {from_at} to {to_at}; {promotion_id} runs {p_starts} to {last}",
        last=as_typed(rows["p_ends"], case.zone),
    )


RULE = Rule(
    code="LIV307",
    name="segment-outside-its-promotion",
    severity=Severity.ERROR,
    over="run_of_show",
    needs=("stream_id", "order"),
    check=check,
    fix="Move the segment in the order, or move the promotion.",
    see=("LIV111", "LIV303"),
    examples=(
        draw("""
Promotions
   | ID      | Title       | Tool            | Starts           | Ends
 7 | HD26-06 | In the show | LIVE flash deal | 2026-11-20 19:30 | 2026-11-20 19:50
Livestreams
   | Stream ID | Title         | Starts           | Ends
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00
Run of show
   | Stream ID | Order | Minutes | Segment   | SKU ID              | Promotion ID
 7 | HD26-L01  | 1     | 30      | Opening   |                     |
 8 | HD26-L01  | 2     | 10      | LIVE deal | 1729500011223344501 | HD26-06
 9 | HD26-L01  | 3     | 15      | Q&A       |                     |
10 | HD26-L01  | 4     | 10      | LIVE deal | 1729500011223344502 | HD26-06      | <- LIVE deal of HD26-L01 runs Fri 20 Nov 2026 19:55 to Fri 20 Nov 2026 20:05; HD26-06 runs Fri 20 Nov 2026 19:30 to Fri 20 Nov 2026 19:50
"""),
    ),
)
