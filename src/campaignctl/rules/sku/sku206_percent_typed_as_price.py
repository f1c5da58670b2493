"""A discount was typed where the promotion asks for a price: 20, or 0.2, for 20 % off.

The deal goes live at twenty dollars, or at twenty cents, and sells out before anybody looks.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.narrowing import of_rows
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._faults import priced
from campaignctl.rules.sku._slips import percent_meant, percent_typed


def check(case: Case) -> Rows:
    """Find such prices. The money at stake is what the whole stock would give away beyond the discount meant."""
    few = case.with_rows("sku_lines", case.sku_lines[of_rows(case, "sku_lines", percent_typed)])
    lines, percent = few.sku_lines, percent_meant(few)
    meant = lines["list_price"] - lines["list_price"] * percent // 100
    return failing(
        lines,
        lines["row"].notna(),
        at="campaign_price",
        say="Campaign price {campaign_price} on a list price of {list_price} looks like {percent}% off",
        fix="If {percent}% off is meant, type {meant_money}.",
        amount=((meant - lines["campaign_price"]) * lines["stock"]).where(lines["stock"] > 0),
        percent=percent,
        meant_money=meant,
    )


RULE = Rule(
    code="SKU206",
    name="percent-typed-as-price",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["campaign_price"].notna(),
    given=priced,
    needs=("list_price",),
    check=check,
    fix="Type the price that buyers pay, not the discount.",
    see=("SKU202", "SKU203"),
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Lowest 30 days | Campaign price | Stock
 7 | HD26-03      | 1729500011223344501 | 64.00      | 60.00          | 51.20          | 100
 8 | HD26-03      | 1729500011223344502 | 64.00      | 60.00          | 0.2            | 100 | <- Campaign price $0.20 on a list price of $64.00 looks like 20% off
 9 | HD26-03      | 1729500011223344503 | 249.00     | 240.00         | 20             | 100 | <- Campaign price $20.00 on a list price of $249.00 looks like 20% off
10 | HD26-03      | 1729500011223344504 | 64.00      | 60.00          | 20             | 100
11 | HD26-01      | 1729500011223344505 | 9.00       | 8.00           | 0.95           | 100
12 | HD26-03      | 1729500011223344506 | 25.00      | 22.00          | 0.1999         | 100
"""),
    ),
)
