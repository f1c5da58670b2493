"""A flash deal does not undercut the lowest price that buyers paid in the last 30 days.

The marketplace rejects the line when the deal is keyed in, often after the registration deadline, and the slot stays
empty.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.sku._faults import TOO_HIGH, too_high, without
from campaignctl.rules.sku._history import history_tools, history_words


def check(case: Case) -> Iterator[Rows]:
    """Find flash deals at or above the recent low; a low of 0 means that nothing was sold."""
    lines = case.sku_lines
    high = without(case, (lines["deal_price"] >= lines["low_30d"]) & (lines["low_30d"] > 0), *TOO_HIGH)
    for key, tool in history_tools(case.profile, strictly=True).items():
        weight = tool.price_history.strictly.severity if tool.price_history.strictly else None
        say = "{tool_name} {deal_price} is not below the 30-day low {low_30d}"
        yield from too_high(case, high & lines["tool"].eq(key), say, weight)


RULE = Rule(
    code="SKU204",
    name="flash-deal-above-recent-low",
    severity=Severity.ERROR,
    over="sku_lines",
    given=lambda case: case.sku_lines["tool"].isin(list(history_tools(case.profile, strictly=True))),
    needs=("deal_price", "low_30d"),
    check=check,
    fix="Lower the campaign price below the recent low, or offer the product in a product discount.",
    limit=lambda profile: history_words(profile, strictly=True),
    see=("SKU205",),
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Lowest 30 days | Campaign price | Stock
 7 | HD26-02      | 1729500011223344501 | 32.00      | 24.99          | 21.99          | 100
 8 | HD26-02      | 1729500011223344502 | 46.00      | 36.80          | 36.80          | 100 | <- Flash deal $36.80 is not below the 30-day low $36.80
 9 | HD26-01      | 1729500011223344503 | 46.00      | 36.80          | 36.80          | 100
"""),
    ),
)
