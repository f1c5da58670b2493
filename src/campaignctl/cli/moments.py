"""A time as people type it on the command line."""

from datetime import datetime
from zoneinfo import ZoneInfo

from campaignctl.domain.errors import WrongUsage


def moment_of(text: str | None, zone: str) -> datetime | None:
    """Return ``--as-of`` as an aware moment, on the campaign's clock unless it says its own; ``WrongUsage`` if none."""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise WrongUsage(f"--as-of {text} is not a time.", "Write it as 2026-11-26T08:00.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))
