"""For some hours of a night of the campaign nobody is on call.

A price that is wrong at two in the morning sells until the first one is at the desk. Told where anybody is on call at
all; a night is 22:00 to 06:00 on the campaign's clock.
"""

from collections.abc import Iterator

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.com._on_call import gaps, overnight
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find the stretches between the windows of all contacts that reach into a night."""
    rows = gaps(case)
    nights = [overnight(case, one, other) for one, other in zip(rows["from_at"], rows["to_at"], strict=True)]
    reach = pd.Series(nights, index=rows.index, dtype="bool")
    for key in ("on_call_from", "on_call_to"):
        yield failing(
            rows,
            reach & rows["opens"].eq(key),
            at=key,
            say="nobody is on call from {from_at} to {to_at}",
            fix="Let somebody take over at {from_at}.",
        )


RULE = Rule(
    code="COM110",
    name="nobody-on-call-overnight",
    severity=Severity.WARNING,
    over="contacts",
    given=lambda case: case.contacts["on_call_from"].notna() & case.contacts["on_call_to"].notna(),
    needs=("campaign.starts", "campaign.ends"),
    check=check,
    fix="Let the next one take over before the one before goes off call.",
    see=("COM108", "COM111"),
    examples=(
        draw("""
Contacts
   | Name      | E-mail                   | Team                | On call from     | On call to
 7 | Ines Roth | ines@marketplace.example | Campaign operations | 2026-11-19 20:00 | 2026-11-21 02:00 | <- nobody is on call from Sat 21 Nov 2026 02:00 to Sat 21 Nov 2026 08:00
 8 | Kai Lund  | kai@marketplace.example  | Category management | 2026-11-21 08:00 | 2026-11-23 08:00
 9 | Ivo Hart  | ivo@marketplace.example  | Livestream          | 2026-11-23 18:00 | 2026-11-24 08:00 | <- nobody is on call from Tue 24 Nov 2026 08:00 to Thu 26 Nov 2026 00:00
"""),
        draw("""
Contacts
   | Name      | E-mail                   | Team                | On call from     | On call to
 7 | Ines Roth | ines@marketplace.example | Campaign operations | 2026-11-20 09:00 | 2026-11-26 00:00 | <- nobody is on call from Fri 20 Nov 2026 00:00 to Fri 20 Nov 2026 09:00
"""),
    ),
)
