"""Livestream GMV is direct: orders placed straight from a stream, refunds included.

Attributed GMV also counts buyers who saw a product live and bought it elsewhere within a day. The two windows are
never mixed, and neither is expected to agree with the orders export.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.streams import DIRECT_GMV

METRIC = Metric(
    code="STR101",
    name="stream-gmv",
    id="stream_gmv",
    label="Livestream GMV",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="Orders placed straight from a stream, incl. later refunds",
    formula="sum of Direct GMV",
    source="LIVE list",
    direction=Direction.UP,
    additive_over=("day", "seller", "stream"),
    measures=(DIRECT_GMV,),
    combine=lambda sums: sums["direct_gmv"],
    target="LIVE GMV",
    examples=(
        example("""
streams
| title    | started          | direct_gmv |
| Evening  | 2026-11-20 19:00 | 120.00     |
| Morning  | 2026-11-21 09:00 | 30.50      |
| After    | 2026-11-27 19:00 | 99.00      |
stream_gmv.total = $151
"""),
    ),
)
