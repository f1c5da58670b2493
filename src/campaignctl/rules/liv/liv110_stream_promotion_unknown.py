"""A livestream names a promotion that the Promotions sheet does not have.

The host announces a deal that nobody set up.
"""

from difflib import get_close_matches

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import attached
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find IDs in Promotion IDs that no promotion has, in any case, each with the nearest one."""
    rows = attached(case)
    known = {each.casefold(): each for each in case.promotions["id"].dropna()}
    unknown = rows["p_id"].isna() & ("promotions" in case.read_sheets)
    hints = {named: _hint(named, known) for named in rows.loc[unknown, "named"].unique()}
    say = "{stream_id} names promotion {named}, which there is not"
    return failing(rows, unknown, at="promotion_ids", say=say, fix="{hint}", hint=rows["named"].map(hints))


def _hint(named: str, known: dict[str, str]) -> str:
    near = get_close_matches(named.casefold(), known, n=1, cutoff=0.6)
    return f"Did you mean {known[near[0]]}?" if near else "Correct the ID, or add the promotion."


RULE = Rule(
    code="LIV110",
    name="stream-promotion-unknown",
    severity=Severity.ERROR,
    over="livestreams",
    needs=("stream_id",),
    check=check,
    fix="Correct the ID, or add the promotion.",
    see=("LIV111", "LIV309"),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Starts           | Ends             | Promotion IDs
 7 | HD26-L01  | Opening night | 2026-11-20 19:00 | 2026-11-20 21:00 | HD26-01; hd26-02
 8 | HD26-L02  | Second night  | 2026-11-21 19:00 | 2026-11-21 21:00 | HD26-01; HD26-20 | <- HD26-L02 names promotion HD26-20, which there is not
"""),
    ),
)
