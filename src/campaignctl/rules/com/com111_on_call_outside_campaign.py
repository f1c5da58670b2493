"""A contact is on call at a time at which the campaign does not run.

Most often the month or the year is that of the last campaign, and on the night nobody feels called.
"""

from collections.abc import Iterator
from datetime import timedelta

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing

AROUND = timedelta(days=3)
"""How long before the start and after the end being on call makes sense: keying in, and the last parcels."""


def check(case: Case) -> Iterator[Rows]:
    """Find windows that lie wholly apart from the campaign and its warm-up, three days around them included."""
    window, warm_up = case.campaign.window, case.field("warm_up_starts")
    if window is None:
        return
    rows = case.contacts
    first = min(window.start, warm_up) if warm_up is not None else window.start
    apart = (rows["on_call_to"] <= first - AROUND) | (rows["on_call_from"] >= window.end + AROUND)
    sound = rows["on_call_from"] < rows["on_call_to"]
    say = "{name} is on call from {on_call_from} to {on_call_to}, when the campaign does not run"
    yield failing(rows, apart & sound, at="on_call_from", say=say)


RULE = Rule(
    code="COM111",
    name="on-call-outside-campaign",
    severity=Severity.WARNING,
    over="contacts",
    where=lambda rows: rows["on_call_from"].notna() & rows["on_call_to"].notna(),
    needs=("name", "campaign.starts", "campaign.ends"),
    check=check,
    fix="Correct the days, or clear both cells.",
    see=("COM110",),
    examples=(
        draw("""
Contacts
   | Name      | E-mail                   | Team                | On call from     | On call to
 7 | Ines Roth | ines@marketplace.example | Campaign operations | 2026-11-18 18:00 | 2026-11-26 08:00
 8 | Kai Lund  | kai@marketplace.example  | Category management | 2025-11-20 18:00 | 2025-11-21 02:00 | <- Kai Lund is on call from Thu 20 Nov 2025 18:00 to Fri 21 Nov 2025 02:00, when the campaign does not run
"""),
    ),
)
