"""GMV of the shops' own product cards: what neither a livestream nor a video nor a creator brought."""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import SELLER_CARD_GMV
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="PRD118",
    name="seller-card-gmv",
    id="seller_card_gmv",
    label="Seller product card GMV",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="GMV of the shops' own product cards",
    formula="sum of seller product card GMV over products of lists of the campaign's days",
    source="product list (wide)",
    direction=Direction.UP,
    additive_over=("seller", "product"),
    measures=(SELLER_CARD_GMV,),
    combine=lambda sums: sums["seller_card_gmv"],
    examples=(
        example("""
product_traffic
| product_id | seller_card_gmv |
| P-1 | 100.00 |
| P-2 | 50.00 |
seller_card_gmv.total = $150
"""),
    ),
)
