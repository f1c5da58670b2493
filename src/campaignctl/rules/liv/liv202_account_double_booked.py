"""An account is to go live twice at the same time.

The app lets it hold one room: the second stream does not take place. The money at stake is that stream's target.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import double_booked, standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find accounts whose next stream starts before the one before ends."""
    met = double_booked(case.streams, "account")
    say = "account {account} is live with {other_stream_id} too, from {from_at} to {to_at}"
    return failing(met, met["account"].notna(), at="account", say=say, amount=met["gmv_target"])


RULE = Rule(
    code="LIV202",
    name="account-double-booked",
    severity=Severity.ERROR,
    over="livestreams",
    where=standing,
    needs=("stream_id", "starts", "ends"),
    check=check,
    fix="Move one of the two streams, or let it go live from another account.",
    see=("LIV201", "LIV405"),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Account   | Host       | Starts           | Ends             | GMV target
 7 | HD26-L01  | Opening night | moss.live | Robin Hale | 2026-11-20 19:00 | 2026-11-20 21:00 | 9000
 8 | HD26-L02  | Second part   | moss.live | Ada Fox    | 2026-11-20 21:00 | 2026-11-20 23:00 | 9000
 9 | HD26-L03  | Late night    | Moss.live | Noa Wynn   | 2026-11-20 22:30 | 2026-11-20 23:30 | 9000       | <- account Moss.live is live with HD26-L02 too, from Fri 20 Nov 2026 22:30 to Fri 20 Nov 2026 23:00
"""),
    ),
)
