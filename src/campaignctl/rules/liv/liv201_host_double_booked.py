"""A host is in two livestreams at the same time.

One of the two goes on air without the face that was announced. Two streams of one account are told as such.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import double_booked, same, standing
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find hosts whose next stream starts before the one before ends."""
    met = double_booked(case.streams, "host")
    apart = ~same(met["account"], met["other_account"])
    say = "host {host} is in {other_stream_id} too, from {from_at} to {to_at}"
    return failing(met, apart, at="host", say=say)


RULE = Rule(
    code="LIV201",
    name="host-double-booked",
    severity=Severity.WARNING,
    over="livestreams",
    where=standing,
    needs=("stream_id", "starts", "ends"),
    check=check,
    fix="Move one of the two streams, or name another host.",
    see=("LIV202", "LIV205"),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Account   | Host       | Starts           | Ends             | Status
 7 | HD26-L01  | Opening night | moss.live | Robin Hale | 2026-11-20 19:00 | 2026-11-20 21:00 |
 8 | HD26-L02  | Home night    | kind.home | robin hale | 2026-11-20 20:00 | 2026-11-20 22:00 |           | <- host robin hale is in HD26-L01 too, from Fri 20 Nov 2026 20:00 to Fri 20 Nov 2026 21:00
 9 | HD26-L03  | Late night    | lumeria   | Robin Hale | 2026-11-20 22:00 | 2026-11-20 23:00 |
10 | HD26-L04  | Given up      | lumeria   | Robin Hale | 2026-11-20 20:00 | 2026-11-20 23:00 | Cancelled
11 | HD26-L05  | Twin          | moss.live | Robin Hale | 2026-11-20 19:30 | 2026-11-20 20:00 |
"""),
    ),
)
