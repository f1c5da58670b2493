"""A line names a promotion that the Promotions sheet does not have.

The SKU is in no promotion at all: nobody keys it in, and the seller only finds out when its deal does not appear.
"""

import re
from difflib import get_close_matches

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find such lines, each with the promotion that was probably meant."""
    lines = case.sku_lines
    unknown = ~lines["promotion_known"]
    known = case.promotions["id"].dropna().unique().tolist()
    hints = {named: _hint(named, known) for named in lines.loc[unknown, "promotion_id"].unique()}
    return failing(
        lines,
        unknown,
        at="promotion_id",
        say="There is no promotion {promotion_id}",
        fix="{hint}",
        hint=lines.loc[unknown, "promotion_id"].map(hints),
    )


def _hint(named: str, known: list[str]) -> str:
    parts = [part for part in re.split(r"[;,/\s]+", named) if part]
    if len(parts) > 1 and set(parts) <= set(known):
        return "Give each promotion a row of its own."
    folded = {each.casefold(): each for each in known}
    near = get_close_matches(named.casefold(), folded, n=1, cutoff=0.6)
    return f"Did you mean {folded[near[0]]}?" if near else "Choose one of the campaign's promotions from the list."


RULE = Rule(
    code="SKU101",
    name="promotion-unknown",
    severity=Severity.ERROR,
    over="sku_lines",
    where=lambda lines: lines["promotion_id"].notna(),
    given=lambda case: case.sku_lines["promotion_known"] | ("promotions" in case.read_sheets),
    check=check,
    fix="Choose one of the campaign's promotions from the list.",
    examples=(
        draw("""
Products
   | Promotion ID     | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01          | 1729500011223344501 | 32.00      | 24.99          | 100
 8 | HD26-1           | 1729500011223344502 | 46.00      | 36.80          | 100 | <- There is no promotion HD26-1
 9 | HD26-01; HD26-02 | 1729500011223344503 | 46.00      | 36.80          | 100 | <- There is no promotion HD26-01; HD26-02
"""),
    ),
)
