"""A promotion of a livestream does not run while it is on air.

The host announces a price that the viewers do not see.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._streams import attached, lies_apart
from campaignctl.rules.promotions import as_typed
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Iterator[Rows]:
    """Find promotions whose window has no moment in common with the stream, and cancelled ones."""
    rows = attached(case)
    cancelled = rows["p_status"].eq("Cancelled").fillna(value=False)
    yield failing(rows, cancelled, at="promotion_ids", say="{named} of {stream_id} is cancelled")
    yield failing(
        rows,
        ~cancelled & lies_apart(rows, "starts", "ends", "p_starts", "p_ends"),
        at="promotion_ids",
        say="{named} does not run during {stream_id}: it runs {p_starts} to {last}",
        last=as_typed(rows["p_ends"], case.zone),
    )


RULE = Rule(
    code="LIV111",
    name="stream-promotion-not-running",
    severity=Severity.ERROR,
    over="livestreams",
    needs=("stream_id", "starts", "ends"),
    check=check,
    fix="Move the promotion or the stream, or take the promotion out of the stream.",
    see=("LIV110", "LIV307"),
    examples=(
        draw("""
Livestreams
   | Stream ID | Title         | Starts           | Ends             | Promotion IDs
 7 | HD26-L01  | Opening night | 2026-11-20 17:00 | 2026-11-20 19:00 | HD26-01; HD26-02
 8 | HD26-L02  | Second night  | 2026-11-21 19:00 | 2026-11-21 21:00 | HD26-01; HD26-02 | <- HD26-02 does not run during HD26-L02: it runs Fri 20 Nov 2026 18:00 to Sat 21 Nov 2026 18:00
"""),
        draw("""
Promotions
   | ID      | Title         | Tool       | Starts           | Ends             | Status
 7 | HD26-02 | Opening flash | Flash deal | 2026-11-20 18:00 | 2026-11-21 18:00 | Cancelled
Livestreams
   | Stream ID | Title         | Starts           | Ends             | Promotion IDs | Status
 7 | HD26-L01  | Opening night | 2026-11-20 18:00 | 2026-11-20 19:00 | HD26-02       | Confirmed | <- HD26-02 of HD26-L01 is cancelled
 8 | HD26-L02  | Second night  | 2026-11-21 19:00 | 2026-11-21 21:00 | HD26-02       | Cancelled
"""),
    ),
)
