"""A seller offers a livestream at a time at which the campaign does not run.

Nobody can confirm the slot; the seller learns of it too late to keep another evening free. The warm-up belongs to the
campaign here.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._slots import offered
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.registration.slots import SLOTS


def check(case: Case) -> Iterator[Rows]:
    """Find first and second choices before the campaign or from its end on."""
    window, warm_up = case.campaign.window, case.field("warm_up_starts")
    if window is None:
        return
    rows = offered(case)
    first = min(window.start, warm_up) if warm_up is not None else window.start
    for key in ("first_choice", "second_choice"):
        apart = (rows[key] < first) | (rows[key] >= window.end)
        say = f"{SLOTS.column(key).name} {{{key}}} lies outside the campaign"
        yield failing(rows, apart, at=key, say=say, first=first, last=window.end)


RULE = Rule(
    code="LIV401",
    name="slot-outside-campaign",
    severity=Severity.WARNING,
    over="slots",
    needs=("campaign.starts", "campaign.ends"),
    check=check,
    fix="Offer a time from {first} until {last}.",
    see=("LIV102",),
    examples=(
        draw("""
Livestreams
   | Title         | Account   | Host       | First choice     | Second choice    | Minutes | Estimated GMV
 7 | Moss at night | moss.live | Robin Hale | 2026-11-20 19:00 | 2026-11-26 00:00 | 120     | 2000          | <- Second choice Thu 26 Nov 2026 00:00 lies outside the campaign
 8 | Moss at noon  | moss.live | Robin Hale | 2025-11-21 12:00 |                  | 120     | 2000          | <- First choice Fri 21 Nov 2025 12:00 lies outside the campaign
 9 | Moss at dawn  | moss.live | Robin Hale | 2026-11-25 23:00 |                  | 120     | 2000
"""),
    ),
)
