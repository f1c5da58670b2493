"""A seller's price is another than the one that was locked, and no change says so.

What was agreed is what the banner, the upload file and the seller's confirmation say. A price that moves in the seller's
workbook alone will be keyed in by nobody, or by mistake.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.against import unexplained
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing

_SELLERS_PRICE = "Seller's price"


def check(case: Case) -> Iterator[Rows]:
    """Find other prices; where the promotion sets the price, another list price moves it.

    The money at stake is the difference on the whole locked stock.
    """
    lines, lock = case.sku_lines, case.lock
    if lock is None:
        return
    own = lines["kind_of_value"].eq(_SELLERS_PRICE).fillna(value=False).astype(bool)
    for key, held, mine in (("campaign_price", "locked_price", own), ("list_price", "locked_list_price", ~own)):
        yield failing(
            lines,
            unexplained(lines, key, case.changes) & mine,
            at=key,
            say=f"{{{key}}} is not the {{{held}}} that lock {lock.number} holds, and no change says so",
            say_for_seller=f"{{{key}}} is not the {{{held}}} that was agreed with you",
            amount=(lines[key] - lines[held]).abs() * lines["locked_stock"],
        )


RULE = Rule(
    code="LCK201",
    name="price-differs-from-lock",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["locked"],
    check=check,
    fix="Put the locked price back, or enter the new one in the sheet Changes with who approved it.",
    fix_for_seller="Put the agreed price back, or ask us for a change.",
    see=("LCK302",),
    examples=(
        draw("""
Locked Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 500
 8 | HD26-01      | 1729500011223344502 | 46.00      | 39.00          | 100
 9 | HD26-01      | 1729500011223344503 | 28.00      | 22.40          | 300
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344502 | 46.00      | 36.00          | 100 | <- $36.00 is not the $39.00 that lock 1 holds, and no change says so
 8 | HD26-01      | 1729500011223344501 | 30.00      | 24.99          | 500
 9 | HD26-01      | 1729500011223344503 | 28.00      | 21.90          | 300
10 | HD26-01      | 1729500011223344504 | 28.00      | 21.90          | 300
Changes
   | No.  | From             | Kind      | Seller ID | SKU ID              | Field          | Old   | New   | Why         | Asked by   | Approved by
 7 | C001 | 2026-11-21 09:00 | SKU terms | S-001     | 1729500011223344503 | Campaign price | 22.40 | 21.90 | price match | Norah Lind | Kai Lund
"""),
        draw("""
Promotions
   | ID      | Title          | Tool             | Level     | Applies to     | Kind of value | Value | Starts           | Ends
 7 | HD26-01 | A third off    | Product discount | Variation | Nominated SKUs | Percent off   | 30%   | 2026-11-20 00:00 | 2026-11-25 23:59
Locked Products
   | Promotion ID | SKU ID              | List price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 500
 8 | HD26-01      | 1729500011223344502 | 46.00      | 500
Products
   | Promotion ID | SKU ID              | List price | Stock
 7 | HD26-01      | 1729500011223344501 | 38.00      | 500   | <- $38.00 is not the $32.00 that lock 1 holds, and no change says so
 8 | HD26-01      | 1729500011223344502 | 46.00      | 500
"""),
    ),
)
