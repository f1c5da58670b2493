"""A line gives less, or more, off list than this kind of campaign asks for.

The marketplace refuses the product on registration, whatever the tool alone would allow. The kind is that of the
Campaign sheet.
"""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Entry, Profile, Range
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule
from campaignctl.rules.sku._depth import BASIS, deeper_than, shallower_than, too_deep, too_shallow, under_minimum
from campaignctl.rules.sku._faults import at_price, not_below_list, without
from campaignctl.rules.sku._slips import hundredfold, percent_typed


def check(case: Case) -> Iterator[Rows]:
    """Find lines outside the ranges of the entry; what the tool or the promotion itself rules out is told there."""
    for entry in _entries(case.profile, case.field("kind")):
        for known in entry.discounts:
            lines = case.sku_lines[_speaks_of(case, known) & case.sku_lines["tool"].isin(entry.tools)]
            few = case.with_rows("sku_lines", lines)
            yield from _outside(few, entry, known)


def _outside(case: Case, entry: Entry, known: Range) -> Iterator[Rows]:
    lines = case.sku_lines
    more: dict[str, Any] = {"severity": known.severity, "entry": entry.name, "allowed": known.text}
    say = "{depth} off list; a {entry} asks for {allowed}"
    otherwise = "Withdraw the line: here the promotion sets the price."
    if known.least is not None:
        share = int(known.least * BASIS)
        small = without(case, shallower_than(lines, share), hundredfold, not_below_list, too_shallow, under_minimum)
        few = case.with_rows("sku_lines", lines[small])
        highest = few.sku_lines["list_price"] + (-few.sku_lines["list_price"] * share // BASIS)
        cure = "Set the campaign price to {highest_money} or less."
        yield from at_price(few, say, cure, otherwise, highest_money=highest, **more)
    if known.most is not None:
        share = int(known.most * BASIS)
        deep = without(case, deeper_than(lines, share), hundredfold, percent_typed, too_deep)
        few = case.with_rows("sku_lines", lines[deep])
        lowest = few.sku_lines["list_price"] - few.sku_lines["list_price"] * share // BASIS
        cure = "Set the campaign price to {lowest_money} or more."
        yield from at_price(few, say, cure, otherwise, lowest_money=lowest, **more)


def _speaks_of(case: Case, known: Range) -> "pd.Series[bool]":
    """Whether the range holds on the day a line's promotion starts."""
    lines = case.sku_lines
    days = lines["starts"].drop_duplicates().dropna()
    held = [day for day in days if known.severity and known.holds(case.local(day.to_pydatetime()).date())]
    return lines["starts"].isin(held)


def _entries(profile: Profile, kind: object) -> list[Entry]:
    return [entry for entry in profile.entry.values() if entry.discounts and entry.tools and kind in entry.kinds]


def _asked(case: Case) -> "pd.Series[bool]":
    entries = _entries(case.profile, case.field("kind"))
    return case.sku_lines["tool"].isin([tool for entry in entries for tool in entry.tools])


def _words(profile: Profile) -> str:
    return "; ".join(f"{entry.name}, {known.words}" for entry in profile.entry.values() for known in entry.discounts)


RULE = Rule(
    code="SKU211",
    name="discount-not-of-this-kind-of-campaign",
    severity=Severity.ERROR,
    over="sku_lines",
    given=_asked,
    needs=("deal_price", "list_price", "starts"),
    check=check,
    fix="Choose a campaign price inside the range.",
    limit=_words,
    see=("SKU202", "SKU208", "PRM150"),
    examples=(
        draw("""
Campaign
 | Kind
 | Flash sale
Products
   | Promotion ID | SKU ID              | List price | Lowest 30 days | Campaign price | Stock
 7 | HD26-03      | 1729500011223344501 | 40.00      | 40.00          | 32.00          | 100
 8 | HD26-03      | 1729500011223344502 | 40.00      | 40.00          | 34.00          | 100 | <- 15% off list; a Flash Sale campaign asks for at least 20%
 9 | HD26-01      | 1729500011223344503 | 40.00      | 40.00          | 34.00          | 100
"""),
        draw("""
Campaign
 | Kind
 | Season sale
Products
   | Promotion ID | SKU ID              | List price | Lowest 30 days | Campaign price | Stock
 7 | HD26-03      | 1729500011223344502 | 40.00      | 40.00          | 34.00          | 100
"""),
    ),
)
