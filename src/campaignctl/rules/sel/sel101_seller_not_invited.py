"""A registration comes from a shop that the Sellers sheet does not list.

Nobody looks after it, no rule on the shop can be checked, and its lines would enter a campaign it was not invited to.
"""

from difflib import get_close_matches

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sel._worth import worth


def check(case: Case) -> Rows:
    """Find such forms, each with the listed shop that was probably meant, and what its lines would sell."""
    forms = case.registrations
    known = case.sellers["seller_id"].dropna().unique().tolist()
    stranger = ~forms["seller_id"].isin(known)
    hints = {named: _hint(named, known) for named in forms.loc[stranger, "seller_id"]}
    return failing(
        forms,
        stranger,
        at="seller_id",
        say="Seller {seller_id} is not on the Sellers sheet",
        fix="{hint}",
        say_for_seller="Seller ID {seller_id} is none of those that were invited",
        amount=forms["seller_id"].map(worth(case)),
        hint=forms.loc[stranger, "seller_id"].map(hints),
    )


def _hint(named: str, known: list[str]) -> str:
    folded = {each.casefold(): each for each in known}
    near = get_close_matches(named.casefold(), folded, n=1, cutoff=0.6)
    mean = f"Did you mean {folded[near[0]]}? " if near else ""
    return f"{mean}Correct the ID, or add the shop to the Sellers sheet."


RULE = Rule(
    code="SEL101",
    name="seller-not-invited",
    severity=Severity.ERROR,
    over="registration",
    where=lambda forms: forms["seller_id"].notna(),
    given=lambda case: case.registrations["seller_id"].notna() & ("sellers" in case.read_sheets),
    check=check,
    fix="Correct the ID, or add the shop to the Sellers sheet.",
    fix_for_seller="Correct the Seller ID to the one that the invitation names; if it is right, tell us.",
    bars=True,
    see=("SEL107",),
    examples=(
        draw("""
Seller
 | Seller ID | Shop name    | Taking part
 | S-001     | Moss & Amber | Yes
lumeria.xlsx: Seller
 | Seller ID | Shop name | Taking part
 | S-0O1     | Lumeria   | Yes         | <- Seller S-0O1 is not on the Sellers sheet
"""),
    ),
)
