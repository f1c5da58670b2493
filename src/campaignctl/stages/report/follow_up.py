"""The workbook in which people note what became of the things that a report asks for."""

from dataclasses import replace

from campaignctl.domain.document import Document
from campaignctl.domain.earlier import Action
from campaignctl.domain.forms import Form
from campaignctl.domain.noted import Noted
from campaignctl.stages.report.actions import asked_for, end_of, is_too_late, is_undone
from campaignctl.stages.report.inputs import ReportInputs
from campaignctl.stages.report.span import Span
from campaignctl.stages.report.times import day_words
from campaignctl.workbooks.actions_form import actions_form
from campaignctl.workbooks.letterhead import letterhead_of


def follow_up(document: Document, inputs: ReportInputs) -> Form | None:
    """Return the form of what ``document`` asks for, the weightiest first; None where it asks for nothing.

    What was noted of a thing that is asked again comes filled; of trouble that was done and is still seen the state
    says so, and it is asked anew.
    """
    asked = asked_for(document)
    if not asked:
        return None
    before = {action.id for action in inputs.asked}
    on = day_words(inputs.as_of.astimezone(inputs.zone).date())
    span = "" if inputs.span is Span.CAMPAIGN else f" --period {inputs.span.value}"
    head = replace(letterhead_of(inputs.campaign), marketplace=inputs.marketplace)
    return actions_form(
        [_row(action, inputs, inputs.noted.get(action.id), again=action.id in before) for action in asked],
        head,
        people=inputs.people,
        standing=f"asked for by the report of {on}",
        next_command=f"campaignctl report{span}",
    )


def _row(action: Action, inputs: ReportInputs, note: Noted | None, *, again: bool) -> dict[str, object]:
    row: dict[str, object] = {
        "kind": action.kind,
        "what": action.what,
        "then": action.then,
        "owner": action.owner or None,
        "action_id": action.id,
        "state": _state(inputs, action, note, again=again),
    }
    if note is None or not note.status or is_undone(action, note, end_of(inputs)):
        return row
    day = note.on.astimezone(inputs.zone).date() if note.on else None
    return {**row, "status": note.status, "noted_by": note.by or None, "noted_on": day, "note": note.note or None}


def _state(inputs: ReportInputs, action: Action, note: Noted | None, *, again: bool) -> str:
    if note is not None and not note.status:
        return "▲ noted differently on one day"
    ends = end_of(inputs)
    if note is not None and is_too_late(action, note, ends):
        return "done, too late to show in these sales"
    if note is not None and is_undone(action, note, ends):
        day = f", {day_words(note.on.astimezone(inputs.zone).date())}" if note.on else ""
        return f"▲ marked done{day}, still seen"
    return "named before" if again else "new"
