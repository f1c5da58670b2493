"""A campaign price is higher than the lowest price that buyers paid lately.

The marketplace takes the product out of its campaign, and buyers who remember the lower price call the deal fake.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.sku._faults import TOO_HIGH, too_high, without
from campaignctl.rules.sku._history import history_tools, history_words


def check(case: Case) -> Iterator[Rows]:
    """Find prices above the recent low, for tools that take an equal one; a low of 0 means that nothing was sold."""
    lines = case.sku_lines
    high = without(case, (lines["deal_price"] > lines["low_30d"]) & (lines["low_30d"] > 0), *TOO_HIGH)
    for key, tool in history_tools(case.profile, strictly=False).items():
        weight = tool.price_history.strictly.severity if tool.price_history.strictly else None
        say = "{tool_name} {deal_price} is above the recent low {low_30d}"
        yield from too_high(case, high & lines["tool"].eq(key), say, weight)


RULE = Rule(
    code="SKU205",
    name="campaign-price-above-recent-low",
    severity=Severity.ERROR,
    over="sku_lines",
    given=lambda case: case.sku_lines["tool"].isin(list(history_tools(case.profile, strictly=False))),
    needs=("deal_price", "low_30d"),
    check=check,
    fix="Lower the campaign price to the recent low, or offer the product in a product discount.",
    limit=lambda profile: history_words(profile, strictly=False),
    see=("SKU204",),
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Lowest 30 days | Campaign price | Stock
 7 | HD26-03      | 1729500011223344501 | 32.00      | 24.99          | 24.99          | 100
 8 | HD26-03      | 1729500011223344502 | 46.00      | 36.80          | 38.00          | 100 | <- Campaign price $38.00 is above the recent low $36.80
 9 | HD26-01      | 1729500011223344503 | 46.00      | 36.80          | 38.00          | 100
10 | HD26-03      | 1729500011223344504 | 46.00      | 36.80          | 48.00          | 100
"""),
    ),
)
