"""A promotion stands configured with another price than the one that was locked.

Buyers pay what stands in Seller Center, whatever was agreed: a price keyed in too low is paid by the seller, one too
high breaks what the banner says.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.lck._keyed import CURE, differs
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find other prices, and other percentages off; at stake is the difference on all units kept."""
    rows = case.frames["configured"]
    number = case.lock.number if case.lock else 0
    say = f"{{item}} is configured in {{promotion_id}} at {{deal_price}}; lock {number} holds {{locked_price}}"
    gap = (rows["deal_price"] - rows["locked_price"]).abs() * rows["locked_units"]
    yield failing(rows, differs(rows, "deal_price", "price"), at="deal_price", say=say, amount=gap)
    apart = (rows["discount"] - rows["locked_discount"]).abs()
    say = f"{{item}} is configured in {{promotion_id}} at {{discount}} off; lock {number} holds {{locked_discount}}"
    off = differs(rows, "discount", "discount") & apart.gt(0.00005)
    value = rows["locked_list_price"] * rows["locked_units"]
    yield failing(rows, off, at="discount", say=say, amount=(apart * value).round().astype("Int64"))


RULE = Rule(
    code="LCK501",
    name="configured-price-differs-from-lock",
    severity=Severity.ERROR,
    over="configured",
    where=lambda rows: rows["locked"],
    check=check,
    fix=CURE,
    see=("LCK201", "LCK502"),
    examples=(
        draw("""
Locked Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200
 9 | HD26-01      | 1729384756102938473 | 1729500011223344503 | 28.00      | 22.40          | 300
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200
 9 | HD26-01      | 1729384756102938473 | 1729500011223344503 | 28.00      | 21.90          | 300
Changes
   | No.  | From             | Kind      | Seller ID | SKU ID              | Field          | Old   | New   | Why         | Asked by   | Approved by
 7 | C001 | 2026-11-21 09:00 | SKU terms | S-001     | 1729500011223344503 | Campaign price | 22.40 | 21.90 | price match | Norah Lind | Kai Lund
Configured
   | Own ID  | Product ID          | SKU ID              | Deal price
 2 | HD26-01 | 1729384756102938471 | 1729500011223344501 | 24.99
 3 | HD26-01 | 1729384756102938472 | 1729500011223344502 | 3.68       | <- 1729500011223344502 is configured in HD26-01 at $3.68; lock 1 holds $36.80
 4 | HD26-01 | 1729384756102938473 | 1729500011223344503 | 21.90
"""),
        draw("""
Promotions
   | ID      | Title       | Tool             | Level     | Applies to     | Kind of value | Value | Starts           | Ends
 7 | HD26-01 | A third off | Product discount | Variation | Nominated SKUs | Percent off   | 30%   | 2026-11-20 00:00 | 2026-11-25 23:59
Locked Products
   | Promotion ID | Product ID          | SKU ID              | List price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 500
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 200
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 500
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 200
Configured
   | Own ID  | Product ID          | SKU ID              | Discount
 2 | HD26-01 | 1729384756102938471 | 1729500011223344501 | 30%
 3 | HD26-01 | 1729384756102938472 | 1729500011223344502 | 70%      | <- 1729500011223344502 is configured in HD26-01 at 70% off; lock 1 holds 30%
"""),
    ),
)
