"""The Sellers sheet lists a shop twice.

It is written to twice and counted twice, and which of the two rows holds its target and its score is anybody's guess.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find the second and every further row of a seller ID."""
    sellers = case.sellers
    first = sellers.groupby("seller_id")["row"].transform("first").astype("str")
    again = sellers.duplicated("seller_id")
    say = "Seller {seller_id} is listed already, in row {first}"
    return failing(sellers, again, at="seller_id", say=say, first=first)


RULE = Rule(
    code="SEL102",
    name="seller-listed-twice",
    severity=Severity.ERROR,
    over="sellers",
    where=lambda sellers: sellers["seller_id"].notna(),
    check=check,
    fix="Keep one row of the shop, with its target and its score.",
    see=("SEL106",),
    examples=(
        draw("""
Sellers
   | Seller ID | Shop name    | Category | Tier   | Account manager | Contact name | Contact e-mail
 7 | S-001     | Moss & Amber | Beauty   | Growth | Kai Lund        | Norah Lind   | norah@moss.example
 8 | S-002     | Lumeria      | Other    | Growth | Kai Lund        | Jo Reyes     | jo@lumeria.example
 9 | S-001     | Moss & Amber | Beauty   | Growth | Kai Lund        | Norah Lind   | norah@moss.example | <- Seller S-001 is listed already, in row 7
"""),
    ),
)
