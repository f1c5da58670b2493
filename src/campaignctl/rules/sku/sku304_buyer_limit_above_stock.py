"""One buyer may take more units than the line keeps.

The limit limits nothing; most often the two numbers stand in each other's column.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._buyer_limits import not_offered
from campaignctl.rules.sku._faults import without


def check(case: Case) -> Rows:
    """Find limits above the stock; a limit that cannot be set at all is SKU303's, a stock of 0 SKU302's."""
    lines = case.sku_lines
    above = without(case, (lines["per_buyer"] > lines["stock"]) & (lines["stock"] > 0), not_offered)
    return failing(
        lines,
        above,
        at="per_buyer",
        say="Per buyer {per_buyer} is above the stock {stock}",
        fix="Type {stock} or less, or correct the stock.",
    )


RULE = Rule(
    code="SKU304",
    name="buyer-limit-above-stock",
    severity=Severity.WARNING,
    over="sku_lines",
    where=lambda lines: lines["per_buyer"].notna(),
    needs=("stock",),
    check=check,
    fix="Type a limit that the stock can serve, or correct the stock.",
    see=("SKU302", "SKU303"),
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 20    | 20
 8 | HD26-01      | 1729500011223344502 | 46.00      | 36.80          | 2     | 50       | <- Per buyer 50 is above the stock 2
 9 | HD26-01      | 1729500011223344503 | 46.00      | 36.80          | 2     | No limit
10 | HD26-01      | 1729500011223344504 | 46.00      | 36.80          | 2     | 500
"""),
    ),
)
