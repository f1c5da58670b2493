"""Where a seller stands: from what the Sellers sheet says, what came back, when, and what is wrong with it."""

from dataclasses import dataclass
from datetime import datetime

from campaignctl.domain.roster import Status

_TOLD = {
    "Declined": Status.DECLINED,
    "Withdrawn": Status.WITHDRAWN,
    "Waitlist": Status.WAITLIST,
    "Excluded": Status.EXCLUDED,
}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a seller when its status is decided.

    ``told`` is the Reply cell of the Sellers sheet: what people said by phone or chat. ``first_saved`` is when the
    seller's first reply was saved and ``due`` its deadline, the first moment that is too late; None is not known.
    """

    listed: bool
    told: str
    received: bool
    refuses: bool
    incomplete: bool
    errors: int
    fresh: bool  # its first reply came in this round, and not in the first one
    first_saved: datetime | None = None
    due: datetime | None = None


def status_of(known: Known) -> Status:
    """Return the status of a seller; a received form overrides what people told only where that was nothing.

    Whether a reply is late rests on when the seller's first one was saved, by its own account. The clock of today
    says nothing about it, and a mended workbook that comes back after the deadline is not late.
    """
    if not known.listed:
        return Status.STRANGER
    if known.told in _TOLD:
        return _TOLD[known.told]
    if not known.received:
        return Status.NOT_YET if known.told == "Not yet invited" else Status.MISSING
    if known.refuses:
        return Status.DECLINED
    if known.first_saved is not None and known.due is not None and known.first_saved >= known.due:
        return Status.LATE
    if known.incomplete:
        return Status.INCOMPLETE
    if known.errors:
        return Status.FIX
    return Status.NEW if known.fresh else Status.READY
