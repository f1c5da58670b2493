"""A seller keeps another number of units than was locked, and no change says so.

Fewer units sell out while the banner still runs; more of them were never agreed, and a co-funded discount then costs
more than its budget.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.against import unexplained
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find other stocks; of missing units the money at stake is what they would have sold for. More weigh less."""
    lines, lock = case.sku_lines, case.lock
    if lock is None:
        return
    off, fewer = unexplained(lines, "stock", case.changes), lines["stock"] < lines["locked_stock"]
    say = f"{{stock}} units; lock {lock.number} holds {{locked_stock}}, and no change says so"
    told = "{stock} units; {locked_stock} were agreed with you"
    missing = (lines["locked_stock"] - lines["stock"]) * lines["deal_price"]
    yield failing(lines, off & fewer, at="stock", say=say, say_for_seller=told, amount=missing)
    yield failing(lines, off & ~fewer, at="stock", say=say, say_for_seller=told, severity=Severity.WARNING)


RULE = Rule(
    code="LCK202",
    name="stock-differs-from-lock",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["locked"],
    needs=("stock",),
    check=check,
    fix="Put the locked stock back, or enter the new one in the sheet Changes with who approved it.",
    fix_for_seller="Put the agreed stock back, or ask us for a change.",
    see=("LCK304",),
    examples=(
        draw("""
Locked Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 1500
 8 | HD26-01      | 1729500011223344502 | 46.00      | 39.00          | 100
 9 | HD26-01      | 1729500011223344503 | 28.00      | 22.40          | 300
10 | HD26-02      | 1729500011223344503 | 28.00      | 20.40          | 300
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 1200  | <- 1,200 units; lock 1 holds 1,500, and no change says so
 8 | HD26-01      | 1729500011223344502 | 46.00      | 39.00          | 150   | <- 150 units; lock 1 holds 100, and no change says so
 9 | HD26-01      | 1729500011223344503 | 28.00      | 22.40          | 350
10 | HD26-02      | 1729500011223344503 | 28.00      | 20.40          | 300
Changes
   | No.  | From             | Kind      | Seller ID | SKU ID              | Other ID | Field | Old | New | Why       | Asked by   | Approved by
 7 | C001 | 2026-11-21 09:00 | SKU terms | S-001     | 1729500011223344503 | HD26-01  | Stock | 300 | 350 | sells out | Norah Lind | Kai Lund
"""),
    ),
)
