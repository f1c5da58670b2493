"""The sellers' share of co-funding is their part of what they and the platform put into vouchers and discounts.

It is to be held against the ratio that was agreed.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.metric import Direction, Metric, Unit
from campaignctl.metrics.quotients import of_both, quotient
from campaignctl.metrics.settlements import BY_BOTH, COFUNDED

METRIC = Metric(
    code="SET113",
    name="cofunding-share",
    id="cofunding_share",
    label="Sellers' share of co-funding",
    unit=Unit.RATE,
    format=Format.PERCENT,
    meaning="Sellers' part of what both sides put in",
    formula="seller co-funded voucher discount / (that + platform discounts)",
    source="settlement",
    direction=Direction.NEUTRAL,
    additive_over=(),
    measures=of_both(COFUNDED, BY_BOTH),
    combine=quotient(COFUNDED, BY_BOTH),
    examples=(
        example("""
settlements
| order_id | cofunded_discount | platform_discount |
| 1        | -2.00             | 6.00              |
cofunding_share.total = 25%
"""),
    ),
)
