"""A segment announces a promotion that the Promotions sheet does not have.

Nobody sets it up, and the host counts down to nothing.
"""

from difflib import get_close_matches

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find IDs that no promotion has, in any case, each with the nearest one."""
    rows = case.segments
    known = {each.casefold(): each for each in case.promotions["id"].dropna()}
    unknown = ~rows["promotion_id"].str.casefold().isin(known) & ("promotions" in case.read_sheets)
    hints = {named: _hint(named, known) for named in rows.loc[unknown, "promotion_id"].unique()}
    say = "there is no promotion {promotion_id}"
    return failing(rows, unknown, at="promotion_id", say=say, fix="{hint}", hint=rows["promotion_id"].map(hints))


def _hint(named: str, known: dict[str, str]) -> str:
    near = get_close_matches(named.casefold(), known, n=1, cutoff=0.6)
    return f"Did you mean {known[near[0]]}?" if near else "Correct the ID, or add the promotion."


RULE = Rule(
    code="LIV309",
    name="segment-promotion-unknown",
    severity=Severity.ERROR,
    over="run_of_show",
    where=lambda rows: rows["promotion_id"].notna(),
    check=check,
    fix="Correct the ID, or add the promotion.",
    see=("LIV110", "LIV308"),
    examples=(
        draw("""
Run of show
   | Stream ID | Order | Minutes | Segment     | SKU ID              | Promotion ID
 7 | HD26-L01  | 1     | 10      | LIVE deal   | 1729500011223344501 | hd26-02
 8 | HD26-L01  | 2     | 10      | Coupon drop |                     | HD26-22      | <- there is no promotion HD26-22
"""),
    ),
)
