"""A livestream belongs to a shop that the Sellers sheet does not list.

Its sales are nobody's in the report, and its shop gets no letter with the slot.
"""

from difflib import get_close_matches

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find seller IDs of streams that Sellers does not have, in any case, each with the nearest one."""
    rows = case.streams
    known = {seller.casefold(): seller for seller in case.sellers["seller_id"].dropna()}
    unknown = ~rows["seller_id"].str.casefold().isin(known) & ("sellers" in case.read_sheets)
    hints = {named: _hint(named, known) for named in rows.loc[unknown, "seller_id"].unique()}
    say = "{stream_id} is of seller {seller_id}, who is not on the Sellers sheet"
    return failing(rows, unknown, at="seller_id", say=say, fix="{hint}", hint=rows["seller_id"].map(hints))


def _hint(named: str, known: dict[str, str]) -> str:
    near = get_close_matches(named.casefold(), known, n=1, cutoff=0.6)
    mean = f"Did you mean {known[near[0]]}? " if near else ""
    return f"{mean}Correct the ID, or add the shop to the Sellers sheet."


RULE = Rule(
    code="LIV105",
    name="stream-of-unknown-seller",
    severity=Severity.ERROR,
    over="livestreams",
    where=lambda rows: standing(rows) & rows["seller_id"].notna(),
    needs=("stream_id",),
    check=check,
    fix="Correct the ID, or add the shop to the Sellers sheet.",
    see=("SEL101", "LIV106"),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Kind          | Seller ID | Starts           | Ends
 7 | HD26-L01  | Opening night | Seller LIVE   | S-001     | 2026-11-20 19:00 | 2026-11-20 21:00
 8 | HD26-L02  | Second night  | Seller LIVE   | S-0O1     | 2026-11-21 19:00 | 2026-11-21 21:00 | <- HD26-L02 is of seller S-0O1, who is not on the Sellers sheet
 9 | HD26-L03  | Third night   | Official LIVE |           | 2026-11-22 19:00 | 2026-11-22 21:00
"""),
    ),
)
