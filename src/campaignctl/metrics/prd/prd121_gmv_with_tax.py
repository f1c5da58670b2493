"""GMV with tax adds what buyers paid in tax; a figure that seems too high against the orders export may be this one."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import TAXED_GMV
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="PRD121",
    name="gmv-with-tax",
    id="gmv_with_tax",
    label="GMV with tax",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="GMV and the tax that buyers paid on it",
    formula="sum of GMV with tax over products of lists of the campaign's days",
    source="product list (wide)",
    direction=Direction.UP,
    additive_over=("seller", "product"),
    measures=(TAXED_GMV,),
    combine=lambda sums: sums["taxed_gmv"],
    examples=(
        example("""
product_traffic
| product_id | gmv    | taxed_gmv |
| P-1        | 100.00 | 108.00    |
| P-2        | 50.00  | 54.00     |
gmv_with_tax.total = $162
"""),
    ),
)
