"""What somebody noted of a moment that no promotion explains: a push, an outage, a viral video, a restock."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class NotedEvent:
    """An event of the sheet Changes; ``at`` is aware, ``seller`` blank where it touched the whole campaign."""

    at: datetime
    what: str
    seller: str = ""
