"""Faults in the exceptions that the campaign makes, and two that are sound: they excuse what was planted for them."""

from typing import Any

from campaignctl.simulation.faults.planting import Planter
from campaignctl.simulation.setup import LEAD, at


def plant(planter: Planter) -> None:
    """Plant one fault for each rule on the Rules sheet."""
    planter.setup.rows.setdefault("rules", [])
    _add(planter, "CMP201", "code", code="PRM1O4")
    _add(planter, "CMP202", "where", where="S-404", also=("CMP203",))
    _add(planter, "CMP203", "code", where="S-003")
    _add(planter, "CMP204", "until", where="S-002", until=at(-20).date(), also=("CMP203",))
    _add(planter, "CMP205", "approved_by", approved_by="Nobody Known")
    _add(planter, "CMP206", "action", code="WBK101", action="Ignore")


def _add(planter: Planter, code: str, key: str, /, *, also: tuple[str, ...] = (), **cells: Any) -> None:
    """Add an exception of a rule that finds nothing there; the promotion SKU101 speaks of is no seller."""
    sound = {"code": "CMP112", "action": "Note", "reason": "agreed by phone", "approved_by": LEAD}
    planter.add(code, planter.setup, "rules", {**sound, **cells}, at=key, also=also)
