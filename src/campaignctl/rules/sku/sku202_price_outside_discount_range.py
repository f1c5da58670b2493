"""A discount is smaller or deeper than the marketplace allows for the tool on the promotion's first day.

Seller Center refuses the line when it is keyed in. The ranges change with the date: a price that passed last year may
not pass now. A percent that the promotion itself sets is judged once, on the Promotions sheet.
"""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Profile, Range
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._depth import allowed, deeper_than, lowest_price, shallower_than
from campaignctl.rules.sku._faults import not_below_list, priced, too_high, too_low, without
from campaignctl.rules.sku._slips import hundredfold, percent_typed

SAY = "{tool_name} at {depth} off list; {place} allows {allowed}"


def check(case: Case) -> Iterator[Rows]:
    """Find lines outside the range of their day, category and list price; both ends are inside.

    Where no range is known, a price of nothing is outside all the same.
    """
    lines, known = case.sku_lines, allowed(case)
    small = without(case, shallower_than(lines, known.least), hundredfold, not_below_list)
    deep = without(case, deeper_than(lines, known.most), hundredfold, percent_typed)
    for number in known.sort[small | deep].unique():
        limit, here = known.ranges[number], known.sort == number
        if limit is not None and limit.severity is not None:
            more = {"allowed": limit.text, "place": case.profile.name}
            yield from too_high(case, small & here, SAY, limit.severity, **more)
            yield from too_low(case, deep & here, SAY, lowest_price(case), limit.severity, **more)
    free = without(case, (lines["deal_price"] <= 0) & known.most.isna())
    say = "{tool_name} at {deal_price} gives the product away"
    yield failing(lines, free, at="campaign_price", say=say, fix="Type the price that buyers pay.")


def _limited(case: Case) -> "pd.Series[Any]":
    lines = case.sku_lines
    return lines["tool"].notna() & priced(case) & (lines["kind_of_value"] != "Percent off")


def _words(profile: Profile) -> str:
    tools = [tool for tool in profile.tools.values() if tool.layer == profile.layers[0].key]
    return "; ".join(f"{tool.name}{_days(known)}, {known.words}" for tool in tools for known in tool.discounts)


def _days(known: Range) -> str:
    since = f" from {known.since}" if known.since else ""
    return since + (f" until {known.until}" if known.until else "")


RULE = Rule(
    code="SKU202",
    name="price-outside-discount-range",
    severity=Severity.ERROR,
    over="sku_lines",
    given=_limited,
    needs=("deal_price", "list_price", "starts"),
    check=check,
    fix="Choose a campaign price inside the range.",
    limit=_words,
    see=("SKU201", "SKU206", "SKU208"),
    examples=(
        draw("""
Products
   | Promotion ID | SKU ID              | List price | Lowest 30 days | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 40.00      | 40.00          | 38.00          | 100
 8 | HD26-01      | 1729500011223344502 | 40.00      | 40.00          | 38.80          | 100 | <- Product discount at 3% off list; TikTok Shop US allows 5%–90%
 9 | HD26-02      | 1729500011223344503 | 40.00      | 40.00          | 38.00          | 100 | <- Flash deal at 5% off list; TikTok Shop US allows 10%–90%
10 | HD26-02      | 1729500011223344504 | 40.00      | 40.00          | 4.00           | 100
11 | HD26-02      | 1729500011223344505 | 40.00      | 40.00          | 3.20           | 100 | <- Flash deal at 92% off list; TikTok Shop US allows 10%–90%
12 | HD26-03      | 1729500011223344506 | 40.00      | 40.00          | 39.00          | 100
13 | HD26-03      | 1729500011223344507 | 40.00      | 40.00          | 0              | 100 | <- Campaign price at $0.00 gives the product away
"""),
        draw("""
Promotions
   | ID      | Title           | Tool             | Level     | Applies to     | Kind of value  | Starts           | Ends
 7 | HD24-01 | Before the rule | Product discount | Variation | Nominated SKUs | Seller's price | 2024-09-30 12:00 | 2024-10-03 23:59
 8 | HD24-02 | After the rule  | Product discount | Variation | Nominated SKUs | Seller's price | 2024-10-01 00:00 | 2024-10-03 23:59
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD24-01      | 1729500011223344501 | 40.00      | 38.80          | 100
 8 | HD24-02      | 1729500011223344502 | 40.00      | 38.80          | 100 | <- Product discount at 3% off list; TikTok Shop US allows 5%–90%
"""),
    ),
)
