"""Nobody receives the alerts, or nobody is asked for go or no-go.

The letter is written and has no address: what goes wrong on the night, or waits for a decision, reaches nobody.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing

NEEDED = ("Go/no-go", "Alerts")


def check(case: Case) -> Iterator[Rows]:
    """Look for both words in Receives, at the column's heading; a sheet without that column addresses no letters."""
    words = case.contacts["receives"].str.casefold().str.split("; ").explode()
    heads = pd.DataFrame(
        [
            {"file": where.file, "sheet": where.name, "row": where.header_row}
            for where in case.maps.values()
            if where.sheet.key == "contacts" and "receives" in where.columns
        ]
    )
    for letter in NEEDED:
        if not heads.empty and letter.casefold() not in set(words):
            rows = heads.assign(letter=letter)
            yield failing(rows, rows["row"].notna(), at="receives", say="nobody receives {letter}")


RULE = Rule(
    code="COM103",
    name="letter-nobody-receives",
    severity=Severity.WARNING,
    over="contacts",
    check=check,
    fix="Write {letter} under Receives of at least one person.",
    see=("COM104",),
    examples=(
        draw("""
Contacts
   | Name      | E-mail                   | Team                | Receives | <- nobody receives Alerts
 7 | Ines Roth | ines@marketplace.example | Campaign operations | Brief; go/no-go
 8 | Kai Lund  | kai@marketplace.example  | Category management | Daily
"""),
        draw("""
Contacts
   | Name      | E-mail                   | Team                | Receives
 7 | Ines Roth | ines@marketplace.example | Campaign operations | Alerts; Go/no-go
"""),
    ),
)
