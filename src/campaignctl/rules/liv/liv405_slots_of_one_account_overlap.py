"""A seller offers two livestreams of one account at the same time.

The account can hold one room: only one of the two can be confirmed.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._slots import lasting, offered
from campaignctl.rules.liv._streams import double_booked
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find first choices that start while another first choice of the account runs."""
    rows = offered(case).assign(starts=lambda slots: slots["first_choice"])
    met = double_booked(rows.assign(ends=lasting(rows, "first_choice")), "account")
    say = "{account} is live with “{other_title}” too, from {from_at} to {to_at}"
    return failing(met, met["account"].notna(), at="first_choice", say=say)


RULE = Rule(
    code="LIV405",
    name="slots-of-one-account-overlap",
    severity=Severity.WARNING,
    over="slots",
    needs=("first_choice", "minutes"),
    check=check,
    fix="Offer another time for one of the two.",
    see=("LIV202",),
    examples=(
        draw("""
Livestreams
   | Title         | Account   | Host       | First choice     | Minutes | Estimated GMV
 7 | Moss at night | moss.live | Robin Hale | 2026-11-20 19:00 | 120     | 2000
 8 | Moss later    | moss.live | Ada Fox    | 2026-11-20 20:00 | 120     | 2000          | <- moss.live is live with “Moss at night” too, from Fri 20 Nov 2026 20:00 to Fri 20 Nov 2026 21:00
 9 | Moss at dawn  | moss.live | Robin Hale | 2026-11-20 22:00 | 120     | 2000
"""),
    ),
)
