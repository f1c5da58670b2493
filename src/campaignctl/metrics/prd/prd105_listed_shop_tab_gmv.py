"""Shop tab GMV by product list is the part of sales that the list attributes to shop tab.

It lies inside the other three and is never added to them.
"""

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import example
from campaignctl.metrics.listed import SHOP_TAB_GMV
from campaignctl.metrics.metric import Direction, Metric, Unit

METRIC = Metric(
    code="PRD105",
    name="listed-shop-tab-gmv",
    id="listed_shop_tab_gmv",
    label="Shop tab GMV by product list",
    unit=Unit.MONEY,
    format=Format.MONEY_SHORT,
    meaning="GMV that the product list gives to Shop tab",
    formula="sum of Shop tab GMV over products of lists of the campaign's days",
    source="product list",
    direction=Direction.UP,
    additive_over=("seller", "product"),
    measures=(SHOP_TAB_GMV,),
    combine=lambda sums: sums["listed_shop_tab_gmv"],
    examples=(
        example("""
product_traffic
| product_id | shop_tab_gmv |
| P-1 | 100.00 |
| P-2 | 50.00 |
listed_shop_tab_gmv.total = $150
"""),
    ),
)
