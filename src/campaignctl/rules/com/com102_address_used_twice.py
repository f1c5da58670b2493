"""Two contacts have the same e-mail address.

Letters arrive there twice, and most often one of the two was copied from the row above and reaches nobody.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find addresses that stand in a row above, in any case; a second row of one name is told elsewhere."""
    rows = case.contacts
    parts = rows["email"].str.casefold().str.split("; ").explode()
    owners = rows["name"].reindex(parts.index).astype("str")
    other = owners.groupby(parts).transform("first")
    again = parts.duplicated() & (other.str.casefold() != owners.str.casefold())
    repeated = parts[again].groupby(level=0).first()
    return failing(
        rows,
        repeated.notna().reindex(rows.index, fill_value=False),
        at="email",
        say="{address} is the address of {other} too",
        address=repeated,
        other=other[again].groupby(level=0).first(),
    )


RULE = Rule(
    code="COM102",
    name="address-used-twice",
    severity=Severity.WARNING,
    over="contacts",
    needs=("name", "email"),
    check=check,
    fix="Give each person their own address; a shared mailbox stands in one row.",
    see=("COM101",),
    examples=(
        draw("""
Contacts
   | Name      | E-mail                                          | Team
 7 | Ines Roth | ines@marketplace.example                        | Campaign operations
 8 | Kai Lund  | Ines@marketplace.example                        | Category management | <- ines@marketplace.example is the address of Ines Roth too
 9 | Ivo Hart  | ivo@marketplace.example; live@marketplace.example | Livestream
"""),
    ),
)
