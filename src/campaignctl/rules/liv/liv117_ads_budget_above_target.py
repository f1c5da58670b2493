"""The ads of a livestream may cost more than it is to sell.

Either a digit is wrong in one of the two, or the stream loses money even when it reaches its target. The money at
stake is what the ads cost beyond the target.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare both amounts of every stream."""
    rows = case.streams
    over = rows["ads_budget"] - rows["gmv_target"]
    say = "ads of {stream_id} may cost {ads_budget}, and it is to sell {gmv_target}"
    return failing(rows, over > 0, at="ads_budget", say=say, amount=over)


RULE = Rule(
    code="LIV117",
    name="ads-budget-above-target",
    severity=Severity.WARNING,
    over="livestreams",
    where=lambda rows: standing(rows) & rows["ads_budget"].notna() & rows["gmv_target"].notna(),
    needs=("stream_id",),
    check=check,
    fix="Lower Ads budget, or correct GMV target.",
    see=("LIV118",),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Starts           | Ends             | GMV target | Ads budget
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00 | 9000       | 900
 8 | HD26-L02  | Second night  | 2026-11-21 19:00 | 2026-11-21 21:00 | 900        | 1500       | <- ads of HD26-L02 may cost $1,500.00, and it is to sell $900.00
"""),
    ),
)
