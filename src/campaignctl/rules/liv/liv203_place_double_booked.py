"""Two livestreams are in the same room at the same time.

One crew stands before a closed door, or both are heard in both streams. Two streams of one host or account are told
as such.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import double_booked, same, standing
from campaignctl.rules.rule import Rows, Rule, failing

ANYWHERE = ("remote", "own studio", "online", "home")
"""Places that are no single room: two shops may be in their own studio at once."""


def check(case: Case) -> Rows:
    """Find rooms whose next stream starts before the one before ends."""
    rows = case.streams
    met = double_booked(rows[~rows["place"].str.casefold().isin(ANYWHERE)], "place")
    apart = ~same(met["account"], met["other_account"]) & ~same(met["host"], met["other_host"])
    say = "{place} is taken by {other_stream_id}, from {from_at} to {to_at}"
    return failing(met, apart, at="place", say=say)


RULE = Rule(
    code="LIV203",
    name="place-double-booked",
    severity=Severity.WARNING,
    over="livestreams",
    where=standing,
    needs=("stream_id", "starts", "ends"),
    check=check,
    fix="Move one of the two streams, or find another room.",
    see=("LIV201", "LIV202"),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Account   | Host       | Starts           | Ends             | Place
 7 | HD26-L01  | Opening night | moss.live | Robin Hale | 2026-11-20 19:00 | 2026-11-20 21:00 | Studio 1
 8 | HD26-L02  | Home night    | kind.home | Ada Fox    | 2026-11-20 20:00 | 2026-11-20 22:00 | studio 1   | <- studio 1 is taken by HD26-L01, from Fri 20 Nov 2026 20:00 to Fri 20 Nov 2026 21:00
 9 | HD26-L03  | Gadget night  | lumeria   | Noa Wynn   | 2026-11-20 20:00 | 2026-11-20 22:00 | Remote
10 | HD26-L04  | Volt night    | volt.live | Eli Moor   | 2026-11-20 20:00 | 2026-11-20 22:00 | Remote
"""),
    ),
)
