"""Of a contact's time on call only one end is known.

The launch sheet cannot show who is on call, and the gap before or after is not seen.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.noticed import left_blank
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.contacts import CONTACTS


def check(case: Case) -> Iterator[Rows]:
    """Find windows with one end blank; one that cannot be read is told elsewhere."""
    rows = case.contacts
    for key, other, word in (("on_call_to", "on_call_from", "from"), ("on_call_from", "on_call_to", "until")):
        half = rows[other].notna() & left_blank(case, rows, CONTACTS, key)
        heading = CONTACTS.column(key).name
        say = f"{{name}} is on call {word} {{{other}}}, and {heading} is blank"
        yield failing(rows, half, at=key, say=say, fix=f"Fill {heading}.")


RULE = Rule(
    code="COM109",
    name="on-call-half-filled",
    severity=Severity.WARNING,
    over="contacts",
    where=lambda rows: rows["on_call_from"].notna() ^ rows["on_call_to"].notna(),
    needs=("name",),
    check=check,
    fix="Fill both ends, or neither.",
    see=("COM108",),
    examples=(
        draw("""
Contacts
   | Name      | E-mail                   | Team                | On call from     | On call to
 7 | Ines Roth | ines@marketplace.example | Campaign operations | 2026-11-19 18:00 | 2026-11-26 00:00
 8 | Kai Lund  | kai@marketplace.example  | Category management | 2026-11-23 18:00 |                  | <- Kai Lund is on call from Mon 23 Nov 2026 18:00, and On call to is blank
 9 | Ivo Hart  | ivo@marketplace.example  | Livestream          |                  | 2026-11-24 02:00 | <- Ivo Hart is on call until Tue 24 Nov 2026 02:00, and On call from is blank
10 | Eva Dorn  | eva@marketplace.example  | Finance             |                  |
"""),
    ),
)
