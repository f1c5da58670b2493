"""GMV with co-funding adds what the platform paid of the discounts: what the goods brought in, whoever paid."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import COFUNDED_GMV
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="PRD119",
    name="gmv-with-co-funding",
    id="gmv_with_cofunding",
    label="GMV with co-funding",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="GMV with what the platform added to the price",
    formula="sum of GMV with co-funding over products of lists of the campaign's days",
    source="product list (wide)",
    direction=Direction.UP,
    additive_over=("seller", "product"),
    measures=(COFUNDED_GMV,),
    combine=lambda sums: sums["cofunded_gmv"],
    examples=(
        example("""
product_traffic
| product_id | cofunded_gmv |
| P-1 | 100.00 |
| P-2 | 50.00 |
gmv_with_cofunding.total = $150
"""),
    ),
)
