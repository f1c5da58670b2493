"""More gifts are promised than their shop keeps.

Gifts are taken from the same shelf as sales: when the gift is gone, orders that were promised one are cancelled. The
money at stake is what the missing ones are worth at list price.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.prm._gifts import gifts, is_gift
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Compare Quantity with the most that a line of the gift keeps; a gift that nobody registered is not known."""
    rows = gifts(case)
    wanted = rows["quantity"].where(rows["quantity"] > 0).fillna(1)
    missing = wanted - rows["gift_stock"].clip(lower=0)
    say = "{id} gives {wanted} of {gift_sku_id} away; {gift_stock} are kept"
    amount = missing * rows["gift_price_money"]
    return failing(rows, missing > 0, at="gift_sku_id", say=say, amount=amount, wanted=wanted)


RULE = Rule(
    code="PRM130",
    name="gift-without-stock",
    severity=Severity.ERROR,
    over="promotions",
    where=is_gift,
    needs=("id",),
    check=check,
    fix="Ask the shop to keep more, or lower Quantity to {gift_stock}.",
    see=("PRM129", "SKU302"),
    examples=(
        draw("""
Promotions
   | ID      | Title        | Tool               | Level   | Applies to | Which | Kind of value | Starts           | Ends             | Quantity | Gift SKU ID
 7 | HD26-01 | Balm on top  | Gift with purchase | Product | Seller     | S-001 | Gift          | 2026-11-20 00:00 | 2026-11-25 23:59 | 100      | 1729500011223344501
 8 | HD26-02 | Serum on top | Gift with purchase | Product | Seller     | S-001 | Gift          | 2026-11-20 00:00 | 2026-11-25 23:59 | 500      | 1729500011223344502 | <- HD26-02 gives 500 of 1729500011223344502 away; 100 are kept
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-03      | 1729500011223344501 | 12.00      | 9.99           | 100
 8 | HD26-03      | 1729500011223344502 | 46.00      | 36.80          | 100
"""),
    ),
)
