"""Faults in the plan: each stands in a task of its own."""

from typing import Any

from campaignctl.domain.forms import Raw
from campaignctl.simulation.books import Row
from campaignctl.simulation.faults.planting import Planter
from campaignctl.simulation.setup import FINANCE, LEAD, OWNER, PRODUCER, at

TASK = {"task": "Something to do", "workstream": "Marketing", "owner": FINANCE, "duration": 1, "start": "2026-11-27"}
"""A task that is sound, and not due before the campaign is over."""

GATE = {**TASK, "workstream": "Pricing", "duration": 0, "milestone": True, "approver": LEAD, "start": "L-1d"}


def plant(planter: Planter) -> None:
    """Plant one fault for each rule on the timeline."""
    _links(planter)
    _dates(planter)
    _people(planter)
    _progress(planter)


def _add(planter: Planter, code: str, key: str, base: dict[str, Any], also: tuple[str, ...] = (), **cells: Any) -> None:
    number = len(planter.setup.rows["timeline"]) + 1
    planter.add(code, planter.setup, "timeline", {"id": f"T{number:02d}", **base, **cells}, at=key, also=also)


def _links(planter: Planter) -> None:
    _add(planter, "TIM101", "id", TASK, id="T02")
    _add(planter, "TIM102", "predecessors", TASK, predecessors="T99")
    _add(planter, "TIM103", "predecessors", TASK, predecessors="after T08")
    number = len(planter.setup.rows["timeline"]) + 1
    _add(planter, "TIM104", "predecessors", TASK, predecessors=f"T{number + 1:02d}")
    planter.setup.rows["timeline"].append({"id": f"T{number + 1:02d}", **TASK, "predecessors": f"T{number:02d}"})


def _dates(planter: Planter) -> None:
    _add(planter, "TIM105", "finish", TASK, duration=None, start="2026-11-27", finish=at(4, "18:00"))
    _add(planter, "TIM106", "duration", TASK, duration=None)
    _add(planter, "TIM107", "duration", GATE, duration=2, workstream="Creative")
    _add(planter, "TIM108", "start", TASK, start=Raw("next spring"))
    _add(planter, "TIM109", "deadline", TASK, duration=5, start="2026-11-27", deadline=at(7, "18:00"))
    _add(planter, "TIM110", "task", TASK, workstream="Pricing", start="L-2d", duration=5)
    _add(planter, "TIM118", "finish", TASK, predecessors="T08", finish=at(8, "18:00"), start=None, duration=1)
    _add(planter, "TIM119", "start", TASK, start=None)


def _people(planter: Planter) -> None:
    _add(planter, "TIM111", "approver", GATE, approver=None)
    _add(planter, "TIM112", "owner", TASK, owner="Nobody Known")
    _add(planter, "TIM113", "approver", GATE, owner=LEAD)
    _add(planter, "TIM120", "approver", TASK, approver=OWNER)
    _add(planter, "TIM121", "link", TASK, audience="Sellers", link="S:/campaigns/hd26/plan.xlsx", owner=PRODUCER)
    _add(planter, "TIM122", "workstream", TASK, workstream="Livestreams")


def _progress(planter: Planter) -> None:
    done: Row = {"complete": 1, "actual_start": at(-30).date()}
    _add(planter, "TIM114", "complete", TASK, **{**done, "complete": 0.5}, actual_finish=at(-28).date())
    _add(planter, "TIM115", "actual_finish", TASK, **done, actual_finish=at(-32).date())
    _add(planter, "TIM116", "actual_finish", TASK, **done, actual_finish=at(20).date())
    _add(planter, "TIM117", "complete", TASK, start="2026-11-02", complete=0.5, actual_start=at(-18).date())
