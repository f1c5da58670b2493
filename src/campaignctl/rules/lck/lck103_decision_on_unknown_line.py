"""A decision is about a line, or a shop, that no registration has.

Either the workbook belongs to another campaign, or its ids were typed over, or the seller deleted the row instead of
withdrawing it. The decision counts for nothing.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.domain.terms import item_of, product_words
from campaignctl.rules.against import LINE
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find such decisions, each line once: where it was decided last."""
    raw = case.frames["all_lines"]
    lines = pd.MultiIndex.from_arrays([
        raw["seller_id"].astype("str"), raw["promotion_id"].astype("str"), item_of(raw, product_words(raw))
    ])  # fmt: skip
    rows = case.frames["decisions"]
    rows = rows.assign(item=item_of(rows, rows["product"])).dropna(subset=["decision", "item"])
    rows = rows.sort_values("decided_on", kind="stable", na_position="first").drop_duplicates(LINE, keep="last")
    unknown = ~pd.MultiIndex.from_frame(rows[LINE].astype("str")).isin(lines)
    say = "no registration offers {item} of {seller_id} in {promotion_id}"
    yield failing(rows, pd.Series(unknown, index=rows.index), at="decision", say=say)
    shops = case.frames["shop_decisions"].dropna(subset=["decision", "seller_id"])
    known = {*raw["seller_id"].dropna(), *case.sellers["seller_id"].dropna()}
    yield failing(shops, ~shops["seller_id"].isin(known), at="seller_id", say="nobody knows a shop {seller_id}")


RULE = Rule(
    code="LCK103",
    name="decision-on-unknown-line",
    severity=Severity.WARNING,
    over="decisions",
    check=check,
    fix="Take the row out, or put its IDs back as campaignctl wrote them.",
    examples=(
        draw("""
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500
 8 | HD26-02      | 1729384756102938472 |                     | 32.00      | 24.99          | 500
kai.xlsx: Decisions
   | Seller ID | Promotion ID | Product ID          | SKU ID              | Terms | Decision | Decided by | Decided on
 7 | S-001     | HD26-01      | 1729384756102938471 | 1729500011223344501 | t1    | Approve  | Kai Lund   | 2026-11-14
 8 | S-001     | HD26-02      | 1729384756102938472 |                     | t2    | Approve  | Kai Lund   | 2026-11-14
 9 | S-001     | HD26-02      | 1729384756102938471 | 1729500011223344501 | t3    | Approve  | Kai Lund   | 2026-11-14 | <- no registration offers 1729500011223344501 of S-001 in HD26-02
10 | S-001     | HD26-03      | 1729384756102938471 | 1729500011223344501 | t3    |          |            |
"""),
    ),
)
