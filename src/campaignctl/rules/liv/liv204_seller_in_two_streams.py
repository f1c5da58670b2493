"""A shop has two livestreams at the same time.

They take viewers from each other, and both draw on the same stock. Two streams of one account or host are told as
such.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import double_booked, same, standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find shops whose next stream starts before the one before ends."""
    met = double_booked(case.streams, "seller_id")
    told = [same(met[key], met[f"other_{key}"]) for key in ("account", "host", "place")]
    say = "{seller_id} is live with {other_stream_id} too, from {from_at} to {to_at}"
    return failing(met, ~(told[0] | told[1] | told[2]), at="starts", say=say)


RULE = Rule(
    code="LIV204",
    name="seller-in-two-streams",
    severity=Severity.WARNING,
    over="livestreams",
    where=standing,
    needs=("stream_id", "starts", "ends"),
    check=check,
    fix="Move one of the two, or make sure that they show different products.",
    see=("LIV202",),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Kind         | Seller ID | Account   | Host       | Starts           | Ends
 7 | HD26-L01  | Opening night | Seller LIVE  | S-001     | moss.live | Robin Hale | 2026-11-20 19:00 | 2026-11-20 21:00
 8 | HD26-L02  | With a friend | Creator LIVE | S-001     | ada.fox   | Ada Fox    | 2026-11-20 20:00 | 2026-11-20 22:00 | <- S-001 is live with HD26-L01 too, from Fri 20 Nov 2026 20:00 to Fri 20 Nov 2026 21:00
 9 | HD26-L03  | Home night    | Seller LIVE  | S-002     | kind.home | Noa Wynn   | 2026-11-20 20:00 | 2026-11-20 22:00
"""),
    ),
)
