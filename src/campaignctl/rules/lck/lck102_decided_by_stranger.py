"""A decision was made by somebody who is not in Contacts.

A decision binds the campaign: prices are locked on it. Whoever makes it must be known to the team, and reachable.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find names of both sheets that Contacts does not know, in any case, each once a workbook."""
    if "contacts" not in case.read_sheets:
        return
    names = case.contacts["name"].dropna().str.casefold()
    for key in ("decisions", "shop_decisions"):
        rows = case.frames[key]
        strange = rows["decided_by"].notna() & ~rows["decided_by"].astype("str").str.casefold().isin(names)
        first = ~rows[strange].duplicated(["file", "decided_by"])
        strange &= first.reindex(rows.index, fill_value=False)
        yield failing(rows, strange, at="decided_by", say="{decided_by}, who decided this, is not in Contacts")


RULE = Rule(
    code="LCK102",
    name="decided-by-stranger",
    severity=Severity.ERROR,
    over="decisions",
    check=check,
    fix="Choose a name from Contacts, or add {decided_by} there.",
    examples=(
        draw("""
kai.xlsx: Decisions
   | Seller ID | Promotion ID | SKU ID              | Terms | Decision | Decided by | Decided on
 7 | S-001     | HD26-01      | 1729500011223344501 | t1    | Approve  | kai lund   | 2026-11-14
 8 | S-001     | HD26-01      | 1729500011223344502 | t2    | Approve  | Eva Dorn   | 2026-11-13 | <- Eva Dorn, who decided this, is not in Contacts
 9 | S-001     | HD26-01      | 1729500011223344503 | t3    | Approve  | Eva Dorn   | 2026-11-13
"""),
    ),
)
