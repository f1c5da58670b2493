"""A promotion has more nominated SKUs than places.

Somebody must choose before the lock, and the sellers of the others should hear it before the launch.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare the lines of every promotion with SKUs wanted."""
    rows = case.promotions
    lines = rows["id"].map(case.sku_lines["promotion_id"].value_counts()).astype("Int64")
    say = "{id} has {lines} nominations; places: {skus_wanted}"
    return failing(rows, lines > rows["skus_wanted"], at="skus_wanted", say=say, lines=lines)


RULE = Rule(
    code="PRM128",
    name="more-nominations-than-places",
    severity=Severity.NOTE,
    over="promotions",
    where=lambda rows: standing(rows) & rows["skus_wanted"].notna(),
    needs=("id",),
    check=check,
    fix="Decide which ones get a place, or open more places.",
    see=("PRM127",),
    examples=(
        draw("""
Promotions
   | ID      | Title          | Tool             | Applies to     | Starts           | Ends             | SKUs wanted
 7 | HD26-01 | Holiday prices | Product discount | Nominated SKUs | 2026-11-20 00:00 | 2026-11-25 23:59 | 1           | <- HD26-01 has 2 nominations; places: 1
 8 | HD26-02 | Opening flash  | Flash deal       | Nominated SKUs | 2026-11-20 18:00 | 2026-11-21 17:59 | 1
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-01      | 1729500011223344502 | 32.00      | 24.99          | 100
 9 | HD26-02      | 1729500011223344502 | 32.00      | 22.99          | 100
"""),
    ),
)
