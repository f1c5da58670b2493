"""Registration for a promotion has closed, and it has no SKU, or fewer than were wanted.

A promotion without a product cannot be keyed in; one with a few leaves its place on the page half empty.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Count the lines of every promotion of nominated SKUs once its own date, or the campaign's, has passed."""
    if case.now is None or "sku_lines" not in case.read_sheets:
        return
    rows = case.promotions
    closes = rows["register_by"].fillna(case.field("registration_closes"))
    over = closes <= pd.Timestamp(case.now)
    lines = rows["id"].map(case.sku_lines["promotion_id"].value_counts()).fillna(0).astype("Int64")
    yield failing(rows, over & (lines == 0), at="id", say="nobody nominated a SKU for {id}")
    few = over & (lines > 0) & (lines < rows["skus_wanted"])
    say, cure = "{id} has {lines} of the {skus_wanted} SKUs wanted", "Ask sellers for more, or plan with fewer."
    yield failing(rows, few, at="skus_wanted", say=say, fix=cure, severity=Severity.NOTE, lines=lines)


RULE = Rule(
    code="PRM127",
    name="nobody-nominated",
    severity=Severity.WARNING,
    over="promotions",
    where=lambda rows: standing(rows) & rows["applies_to"].eq("Nominated SKUs"),
    needs=("id", "campaign.registration_closes"),
    check=check,
    timed=True,
    fix="Set Status to Cancelled, or ask sellers for SKUs once more.",
    see=("PRM128",),
    examples=(
        draw("""
As of 2026-11-13 09:00
Promotions
   | ID      | Title          | Tool             | Applies to     | Starts           | Ends             | SKUs wanted | Register by
 7 | HD26-01 | Holiday prices | Product discount | Nominated SKUs | 2026-11-20 00:00 | 2026-11-25 23:59 | 1           |
 8 | HD26-02 | Opening flash  | Flash deal       | Nominated SKUs | 2026-11-20 18:00 | 2026-11-21 17:59 |             |             | <- nobody nominated a SKU for HD26-02
 9 | HD26-03 | Closing flash  | Flash deal       | Nominated SKUs | 2026-11-24 18:00 | 2026-11-25 17:59 |             | 2026-11-15
10 | HD26-04 | More prices    | Product discount | Nominated SKUs | 2026-11-20 00:00 | 2026-11-25 23:59 | 20          |             | <- HD26-04 has 1 of the 20 SKUs wanted
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-04      | 1729500011223344502 | 32.00      | 24.99          | 100
"""),
    ),
)
