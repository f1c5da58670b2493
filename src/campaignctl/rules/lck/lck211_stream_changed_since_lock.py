"""A stream that was locked is called off, or goes live elsewhere or with somebody else, and no change says so.

Samples, studio and account were booked for what was locked; the seller's confirmation names the host.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.lck._moved import CURE, told
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.workbooks.livestreams import LIVESTREAMS

_CANCELLED = "Cancelled"


def check(case: Case) -> Iterator[Rows]:
    """Find streams of the lock with another account, host or place, and those that are cancelled.

    The money at stake of a cancelled one is its target.
    """
    yield from told(case, "streams", LIVESTREAMS, ("account", "host", "place"))
    lock, rows = case.lock, case.frames["livestreams"]
    if lock is None:
        return
    said = [c.other for c in case.changes if c.kind == "Livestream" and c.field == "status" and c.new == _CANCELLED]
    cancelled = rows["status"].eq(_CANCELLED) & rows["stream_id"].isin(lock.streams["stream_id"])
    off = cancelled & ~rows["stream_id"].isin(said)
    say = f"{{stream_id}} is part of lock {lock.number} and is cancelled"
    yield failing(rows, off, at="status", say=say, amount=rows["gmv_target"])
    for gone in lock.streams.loc[~lock.streams["stream_id"].isin([*rows["stream_id"], *said]), "stream_id"]:
        setup = case.setup.assign(stream_id=gone)
        words = f"{{stream_id}} is part of lock {lock.number} and no longer on the sheet Livestreams"
        yield failing(setup, setup["file"].notna(), at="price_lock", say=words)


RULE = Rule(
    code="LCK211",
    name="stream-changed-since-lock",
    severity=Severity.ERROR,
    check=check,
    fix=CURE,
    see=("LCK210",),
    examples=(
        draw("""
Locked Livestreams
   | Stream ID | Title         | Account   | Host       | Starts           | Ends             | Status
 7 | HD26-L01  | Opening night | mossamber | Robin Hale | 2026-11-20 19:00 | 2026-11-20 21:00 | Confirmed
 8 | HD26-L02  | Second night  | mossamber | Robin Hale | 2026-11-21 19:00 | 2026-11-21 21:00 | Confirmed
 9 | HD26-L03  | Third night   | mossamber | Robin Hale | 2026-11-22 19:00 | 2026-11-22 21:00 | Confirmed
Livestreams
   | Stream ID | Title         | Account   | Host       | Starts           | Ends             | Status
 7 | HD26-L01  | Opening night | mossamber | Juno Park  | 2026-11-20 19:00 | 2026-11-20 21:00 | Confirmed | <- Host of HD26-L01 is Juno Park; lock 1 holds Robin Hale
 8 | HD26-L02  | Second night  | mossamber | Robin Hale | 2026-11-21 19:00 | 2026-11-21 21:00 | Cancelled | <- HD26-L02 is part of lock 1 and is cancelled
 9 | HD26-L03  | Third night   | mossamber | Robin Hale | 2026-11-22 19:00 | 2026-11-22 21:00 | Confirmed
"""),
    ),
)
