"""A shop's account manager does not stand in Contacts.

Every letter to the shop copies that person, and the chase list goes there: without an address, both go nowhere.
"""

from difflib import get_close_matches

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find names that Contacts does not have, in any case, each with the nearest one."""
    sellers = case.sellers
    known = {name.casefold(): name for name in case.contacts["name"].dropna()}
    unknown = ~sellers["account_manager"].astype("str").str.casefold().isin(list(known))
    hints = {name: _hint(name, known) for name in sellers.loc[unknown, "account_manager"].unique()}
    return failing(
        sellers,
        unknown,
        at="account_manager",
        say="Account manager {account_manager} does not stand in Contacts",
        fix="{hint}",
        hint=sellers.loc[unknown, "account_manager"].map(hints),
    )


def _hint(name: str, known: dict[str, str]) -> str:
    near = get_close_matches(name.casefold(), known, n=1, cutoff=0.6)
    mean = f"Did you mean {known[near[0]]}? " if near else ""
    return f"{mean}Correct the name, or add the person to Contacts."


RULE = Rule(
    code="SEL111",
    name="account-manager-not-in-contacts",
    severity=Severity.ERROR,
    over="sellers",
    where=lambda sellers: sellers["account_manager"].notna(),
    given=lambda case: case.sellers["account_manager"].notna() & ("contacts" in case.read_sheets),
    check=check,
    fix="Correct the name, or add the person to Contacts.",
    examples=(
        draw("""
Sellers
   | Seller ID | Shop name    | Category    | Tier   | Account manager
 7 | S-001     | Moss & Amber | Beauty      | Growth | kai lund
 8 | S-003     | Lumeria      | Electronics | Growth | Kai Lunt        | <- Account manager Kai Lunt does not stand in Contacts
"""),
    ),
)
