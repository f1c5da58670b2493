"""A LIVE deal announces a coupon, or a coupon drop something that is no coupon.

The producer opens the wrong panel on air, and the viewers wait.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import with_promotion
from campaignctl.rules.prm._limits import a_tool, is_coupon
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Compare the kind of segment with the tool of its promotion."""
    rows = with_promotion(case, case.segments, "promotion_id")
    coupon = rows["p_tool"].isin([key for key, tool in case.profile.tools.items() if is_coupon(tool)])
    called = a_tool(rows.rename(columns={"p_tool_name": "tool_name"}))
    say = "{segment} of {stream_id} announces {promotion_id}, {called}"
    known = rows["p_tool"].notna()
    wrong = (rows["segment"].eq("LIVE deal") & coupon) | (rows["segment"].eq("Coupon drop") & ~coupon)
    yield failing(rows, wrong.fillna(value=False) & known, at="promotion_id", say=say, called=called)


RULE = Rule(
    code="LIV313",
    name="segment-promotion-of-another-kind",
    severity=Severity.ERROR,
    over="run_of_show",
    where=lambda rows: rows["promotion_id"].notna(),
    needs=("stream_id",),
    check=check,
    fix="Correct Segment, or name the promotion that is meant.",
    see=("LIV309",),
    examples=(
        draw("""
Promotions
   | ID      | Title       | Tool            | Starts           | Ends
 7 | HD26-05 | Five off    | Seller coupon   | 2026-11-20 00:00 | 2026-11-25 23:59
 8 | HD26-06 | In the show | LIVE flash deal | 2026-11-20 19:00 | 2026-11-20 19:20
Run of show
   | Stream ID | Order | Minutes | Segment     | Promotion ID
 7 | HD26-L01  | 1     | 10      | LIVE deal   | HD26-06
 8 | HD26-L01  | 2     | 10      | LIVE deal   | HD26-05      | <- LIVE deal of HD26-L01 announces HD26-05, a seller coupon
 9 | HD26-L01  | 3     | 10      | Coupon drop | HD26-06      | <- Coupon drop of HD26-L01 announces HD26-06, a LIVE flash deal
10 | HD26-L01  | 4     | 10      | Coupon drop | HD26-05
"""),
    ),
)
