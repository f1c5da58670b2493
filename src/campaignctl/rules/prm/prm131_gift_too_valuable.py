"""A gift is worth more than the marketplace lets shops give away with a purchase.

Seller Center refuses the gift when it is keyed in, after the banner with it is drawn.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.prm._gifts import gifts, is_gift
from campaignctl.rules.prm._limits import by_tool, limit_words, limits, weighed
from campaignctl.rules.rule import Rows, Rule


def check(case: Case) -> Iterator[Rows]:
    """Compare the list price of the gift, where a line tells it, with the most; just as much is allowed."""
    rows, known = gifts(case), limits(case.profile, lambda tool: tool.gift_value)
    most = by_tool(rows, {key: limit.value for key, limit in known.items()}, "Int64")
    yield from weighed(
        rows,
        rows["gift_price_money"] > most,
        known,
        at="gift_sku_id",
        say="gift {gift_sku_id} is listed at {gift_price_money}; {marketplace} takes gifts up to {most_money}",
        most_money=most,
        marketplace=case.profile.name,
    )


RULE = Rule(
    code="PRM131",
    name="gift-too-valuable",
    severity=Severity.ERROR,
    over="promotions",
    where=is_gift,
    needs=("tool",),
    check=check,
    fix="Choose a gift worth less.",
    limit=lambda profile: limit_words(profile, lambda tool: tool.gift_value),
    see=("PRM129", "PRM130"),
    examples=(
        draw("""
Promotions
   | ID      | Title        | Tool               | Level   | Applies to | Which | Kind of value | Starts           | Ends             | Gift SKU ID
 7 | HD26-01 | Balm on top  | Gift with purchase | Product | Seller     | S-001 | Gift          | 2026-11-20 00:00 | 2026-11-25 23:59 | 1729500011223344501
 8 | HD26-02 | Lamp on top  | Gift with purchase | Product | Seller     | S-001 | Gift          | 2026-11-20 00:00 | 2026-11-25 23:59 | 1729500011223344502 | <- gift 1729500011223344502 is listed at $89.00; TikTok Shop US takes gifts up to $75.00
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-03      | 1729500011223344501 | 75.00      | 60.00          | 100
 8 | HD26-03      | 1729500011223344502 | 89.00      | 70.00          | 100
"""),
    ),
)
