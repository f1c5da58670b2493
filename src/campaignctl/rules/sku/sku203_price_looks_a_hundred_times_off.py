"""A price was typed in the wrong unit: list and campaign price lie a hundred times too far apart.

1299 for 12.99 keeps the deal out; 0.13 for 12.99 sells the whole stock for a hundredth of its price within minutes.
"""

from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.narrowing import of_rows
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._faults import priced
from campaignctl.rules.sku._slips import hundredfold, list_at_fault, unit


def check(case: Case) -> tuple[Rows, Rows]:
    """Find such pairs, and tell the odd one of the two. The money at stake is what a hundredth would give away."""
    few = case.with_rows("sku_lines", case.sku_lines[of_rows(case, "sku_lines", hundredfold)])
    lines, listed = few.sku_lines, list_at_fault(few)
    high = lines["campaign_price"] > lines["list_price"]
    given_away = (lines["campaign_price"] * (unit(case) - 1) * lines["stock"]).where(~high & (lines["stock"] > 0))
    return (
        failing(
            lines,
            ~listed,
            at="campaign_price",
            say="Campaign price {campaign_price} looks a hundred times too {way} beside the list price {list_price}",
            fix="Type the price in whole units with its cents; {meant_money} was probably meant.",
            amount=given_away,
            way=_way(high),
            meant_money=_meant(lines["campaign_price"], high, unit(case)),
        ),
        failing(
            lines,
            listed,
            at="list_price",
            say="List price {list_price} looks a hundred times too {way} beside the campaign price {campaign_price}",
            fix="Type the price in whole units with its cents; {meant_money} was probably meant.",
            way=_way(~high),
            meant_money=_meant(lines["list_price"], ~high, unit(case)),
        ),
    )


def _way(high: "pd.Series[Any]") -> "pd.Series[Any]":
    return high.map({True: "high", False: "low"})


def _meant(price: "pd.Series[Any]", high: "pd.Series[Any]", one: int) -> "pd.Series[Any]":
    return (price // one).where(high, price * one)


RULE = Rule(
    code="SKU203",
    name="price-looks-a-hundred-times-off",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["campaign_price"].notna(),
    given=priced,
    needs=("list_price",),
    check=check,
    fix="Type the price in whole units with its cents: 12.99, not 1299 or 0.1299.",
    see=("SKU201", "SKU206"),
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Lowest 30 days | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 16.00      | 13.50          | 12.99          | 100
 8 | HD26-01      | 1729500011223344502 | 16.00      | 13.50          | 1299           | 100 | <- Campaign price $1,299.00 looks a hundred times too high beside the list price $16.00
 9 | HD26-01      | 1729500011223344503 | 16.00      | 13.50          | 0.1299         | 100 | <- Campaign price $0.13 looks a hundred times too low beside the list price $16.00
10 | HD26-01      | 1729500011223344504 | 1600       | 13.50          | 12.99          | 100 | <- List price $1,600.00 looks a hundred times too high beside the campaign price $12.99
11 | HD26-01      | 1729500011223344505 | 0.16       |                | 12.99          | 100 | <- List price $0.16 looks a hundred times too low beside the campaign price $12.99
12 | HD26-01      | 1729500011223344506 | 16.00      | 13.50          | 1.60           | 100
"""),
    ),
)
