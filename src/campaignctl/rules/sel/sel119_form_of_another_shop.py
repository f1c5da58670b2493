"""A form carries the ID of one shop and the name of another.

Somebody filled a colleague's form: its lines are counted for, and keyed in at, the wrong shop.
"""

from difflib import SequenceMatcher

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.readers.cells import folded
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing

ALIKE = 0.5


def check(case: Case) -> Rows:
    """Find names that share no word with the shop's row and look little like it."""
    forms = case.registrations
    sellers = case.sellers.dropna(subset=["seller_id"]).drop_duplicates("seller_id").set_index("seller_id")
    ours = forms["seller_id"].map(sellers["shop_name"])
    pairs = zip(forms["shop_name"], ours, strict=True)
    other = [not pd.isna(there) and not _same(str(here), str(there)) for here, there in pairs]
    strange = pd.Series(other, index=forms.index, dtype="bool")
    say = "the form of {seller_id} says {shop_name}; that is {ours} on the Sellers sheet"
    say_for_seller = "the shop name {shop_name} does not go with the Seller ID {seller_id}"
    return failing(forms, strange, at="shop_name", say=say, say_for_seller=say_for_seller, ours=ours)


def _same(here: str, there: str) -> bool:
    one, other = folded(here), folded(there)
    return bool(set(one.split()) & set(other.split())) or SequenceMatcher(None, one, other).ratio() >= ALIKE


RULE = Rule(
    code="SEL119",
    name="form-of-another-shop",
    severity=Severity.WARNING,
    over="registration",
    where=lambda forms: forms["shop_name"].notna() & forms["seller_id"].notna(),
    check=check,
    fix="Ask whose form it is; correct the ID or the name.",
    fix_for_seller="Correct the Seller ID or the shop name, whichever is not yours.",
    see=("SEL101", "SKU106"),
    examples=(
        draw("""
Sellers
   | Seller ID | Shop name    | Category    | Tier
 7 | S-001     | Moss & Amber | Beauty      | Growth
 8 | S-003     | Lumeria      | Electronics | Growth
Seller
 | Seller ID | Shop name             | Taking part
 | S-001     | MOSS and Amber Studio | Yes
lumeria.xlsx: Seller
 | Seller ID | Shop name | Taking part
 | S-003     | Kind Home | Yes         | <- the form of S-003 says Kind Home; that is Lumeria on the Sellers sheet
"""),
    ),
)
