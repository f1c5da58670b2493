"""A shop promises two commissions for one product.

The marketplace keeps one open collaboration per product: creators are paid one of the two rates, and those who were
told the other one complain.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Limit, Profile
from campaignctl.rules.case import Case
from campaignctl.rules.narrowing import sure
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sku._commission import widest
from campaignctl.rules.sku._items import disagreeing, item_codes


def check(case: Case) -> Iterator[Rows]:
    """Find rates that differ from the first one of the product in the workbook; impossible ones are SKU305's."""
    limit = next(iter(_limits(case.profile)), None)
    if limit is None:
        return
    lines, ends = case.sku_lines, widest(case.profile)
    rates = pd.factorize(lines["commission"])[0].astype("int64")
    if ends is not None:  # rates are left out by their number: lines without them would be a copy of all columns
        possible = lines["commission"].between(float(ends[0].value), float(ends[1].value))
        rates = np.where(sure(possible), rates, -1)
    mixed = disagreeing(lines, item_codes(case, "product_id", in_file=True), rates)
    first = mixed.drop_duplicates("item").set_index("item")
    other = mixed["item"].map(first["commission"]).astype("Float64")
    yield failing(
        mixed,
        mixed["commission"] != other,
        at="commission",
        say="Commission {commission} here, {other_percent} for the same product in row {there}",
        severity=limit.severity,
        other_percent=other,
        there=mixed["item"].map(first["row"]).astype("str"),
    )


def _limits(profile: Profile) -> list[Limit[bool]]:
    known = [kind.one_per_product for kind in profile.commission.values()]
    return [limit for limit in known if limit is not None and limit.value and limit.severity is not None]


RULE = Rule(
    code="SKU306",
    name="commission-differs-inside-a-product",
    severity=Severity.WARNING,
    over="sku_lines",
    where=lambda lines: lines["commission"].notna(),
    check=check,
    fix="Write one rate in every row of the product.",
    limit=lambda profile: "; ".join(f"one collaboration per product, {limit.words}" for limit in _limits(profile)),
    see=("SKU305", "SKU308"),
    examples=(
        draw("""
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock | Commission
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 100   | 12%
 8 | HD26-01      | 1729384756102938471 | 1729500011223344502 | 46.00      | 36.80          | 100   | 15%        | <- Commission 15% here, 12% for the same product in row 7
 9 | HD26-01      | 1729384756102938472 | 1729500011223344503 | 46.00      | 36.80          | 100   | 15%
10 | HD26-01      | 1729384756102938472 | 1729500011223344504 | 46.00      | 36.80          | 100   |
"""),
    ),
)
