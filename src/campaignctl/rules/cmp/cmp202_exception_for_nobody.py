"""An exception is limited to a seller, a promotion or a SKU that there is not.

It excuses nothing: most often an ID is mistyped, or belongs to the last campaign.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing

IDS = {
    "sellers": ("seller_id",),
    "registration": ("seller_id",),
    "promotions": ("id",),
    "sku_lines": ("sku_id", "product_id", "seller_sku"),
    "coupons": ("coupon",),
    "livestreams": ("stream_id",),
    "timeline": ("id",),
    "contacts": ("name",),
    "slots": ("title",),
    "changes": ("number",),
}
"""Where an ID may stand: the columns by which a finding says what it is about."""


def check(case: Case) -> Rows:
    """Find IDs under Where that no sheet has, in any case."""
    rows = case.frames["rules"]
    named = rows["where"].str.split("; ").explode().dropna()
    wanted = set(named.str.casefold())
    known = {found for frame, keys in IDS.items() for key in keys for found in _there(case.frames[frame][key], wanted)}
    odd = named[~named.str.casefold().isin(known)].groupby(level=0).agg(", ".join)
    nowhere = odd.notna().reindex(rows.index, fill_value=False)
    return failing(rows, nowhere, at="where", say="the exception of {code} is for {odd}, which stands nowhere", odd=odd)


def _there(ids: "pd.Series[str]", wanted: set[str]) -> set[str]:
    if ids.empty or not wanted:
        return set()
    return set(ids.dropna().astype("str").str.casefold().unique()) & wanted


RULE = Rule(
    code="CMP202",
    name="exception-for-nobody",
    severity=Severity.WARNING,
    over="rules",
    where=lambda rows: rows["where"].notna(),
    needs=("code",),
    check=check,
    fix="Correct the ID, or delete the row.",
    see=("CMP201", "CMP203"),
    examples=(
        draw("""
Rules
   | Code   | Where          | Action  | Reason          | Approved by
 7 | PRM104 | hd26-02; S-001 | Warning | agreed by phone | Kai Lund
 8 | PRM104 | HD26-02; S-099 | Warning | agreed by phone | Kai Lund    | <- the exception of PRM104 is for S-099, which stands nowhere
 9 | PRM104 |                | Note    | agreed by phone | Kai Lund
"""),
    ),
)
