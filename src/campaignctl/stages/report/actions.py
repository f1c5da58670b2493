"""What the last report asked for: whether this one still sees it, and what people noted of it since.

A success that is still seen is as it should be; of trouble that was marked done and is still seen, the report says so.
What was done when the campaign was over cannot show in it any more: its sales do not change, and none is blamed for it.
"""

from collections.abc import Sequence
from datetime import datetime

from campaignctl.domain.document import Document, Section, Text
from campaignctl.domain.earlier import Action
from campaignctl.domain.noted import DONE, DROPPED, OPEN, Noted
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Column, Mark, Table
from campaignctl.insights.insight import Sort
from campaignctl.insights.ranking import Ranked
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import ALTHOUGH_DONE, ASKED, NOTED, STALE, STILL_SEEN
from campaignctl.stages.report.inputs import ReportInputs
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import day_words

TROUBLE = ("▼", "■")
TO_GO = (*TROUBLE, Sort.WATCH.sign)
"""What is to be seen no more once its action is done; a success, or a thing to try, is there as before."""
TO_DATE = " to date"
"""What a running campaign adds to a target; the same shop still lacks of it when the campaign is over."""
STILL, GONE = "still seen", "no longer seen"
SLUGS = Slugs(
    sections=("actions",),
    tables={"actions": ("kind", "what", "next", "owner", "status", "noted", "note")},
    paragraphs=("actions-words",),
)
ALTHOUGH = "still seen although marked done"
TOO_LATE = "done; these sales ended before it could show"
_STATUS = {
    (DONE, True): "done",
    (DONE, False): "done",
    (DROPPED, True): "dropped, still seen",
    (DROPPED, False): "dropped",
    (OPEN, True): "still open",
    (OPEN, False): GONE,
}
"""The status by what was noted and whether it is still seen."""


def actions(basis: Basis, ranked: Sequence[Ranked]) -> Section | None:
    """Return last report's actions with their status; None where there was none, or it asked for nothing."""
    asked, on, noted = basis.inputs.asked, basis.inputs.asked_on, basis.inputs.noted
    if not asked or on is None:
        return None
    seen = {about(one.tried.say) for one in ranked if one.tried.say}
    told = [(action, noted.get(action.id), action.about in seen) for action in asked]
    status = [_status(*each, ends=end_of(basis.inputs)) for each in told]
    marks = {
        (row, "status"): Mark.NEUTRAL if now == TOO_LATE else _mark(*each)
        for row, (each, now) in enumerate(zip(told, status, strict=True))
    }
    heads = _heads(day_words(on.astimezone(basis.inputs.zone).date()), [note for _, note, _ in told if note])
    rows = [
        (a.kind, a.what, a.then, a.owner or None, now, _said(basis, note), note.note or None if note else None)
        for (a, note, _), now in zip(told, status, strict=True)
    ]
    table = Table("actions", heads, tuple(row[: len(heads)] for row in rows), marks=marks)
    _enter(basis, told, status)
    words = _words(basis)
    parts = (table, words) if words.sentences else (table,)
    return Section("actions", "Last actions", _title(basis, len(asked)), basis.context, parts)


def _status(
    action: Action,
    note: Noted | None,
    seen: bool,  # noqa: FBT001 - one of three facts about it
    *,
    ends: datetime,
) -> str:
    if note is None or not note.status:
        return STILL if seen else GONE
    if seen and is_too_late(action, note, ends):
        return TOO_LATE
    if seen and is_undone(action, note, ends):
        return ALTHOUGH
    return _STATUS.get((note.status, seen), STILL if seen else GONE)


def end_of(inputs: ReportInputs) -> datetime:
    """Return when what is reported on ends; later nothing of it can change."""
    window = inputs.campaign.window
    return window.end if window is not None else inputs.as_of


def is_undone(action: Action, note: Noted, ends: datetime) -> bool:
    """Return whether a thing seen again belies what was noted of it; ``ends`` is the end of what is reported."""
    return note.status == DONE and action.kind.startswith(TO_GO) and not is_too_late(action, note, ends)


def is_too_late(action: Action, note: Noted, ends: datetime) -> bool:
    """Return whether trouble was done when nothing was sold any more that could show it; without a day it was not."""
    is_done = note.status == DONE and action.kind.startswith(TO_GO)
    return is_done and note.on is not None and note.on >= ends


def _mark(action: Action, note: Noted | None, seen: bool) -> Mark:  # noqa: FBT001 - one of three facts about it
    """Return how a status looks: a loss that is gone is good, one still there bad; what was dropped neither."""
    if not action.kind.startswith(TROUBLE) or (note is not None and note.status == DROPPED):
        return Mark.NEUTRAL
    return Mark.BAD if seen else Mark.GOOD


def _heads(day: str, notes: Sequence[Noted]) -> tuple[Column, ...]:
    """Return the columns; what people noted has some only where anybody did."""
    heads: tuple[Column, ...] = (
        Column("kind", "Kind"),
        Column("what", f"As reported on {day}"),
        Column("next", "What was to be done"),
        Column("owner", "Owner"),
        Column("status", "Now"),
    )
    if not notes:
        return heads
    heads = (*heads, Column("noted", "Noted"))
    return (*heads, Column("note", "Note")) if any(note.note for note in notes) else heads


def _said(basis: Basis, note: Noted | None) -> str | None:
    """Return who noted what and when: ``Done, Ines Roth, Nov 28``."""
    if note is None:
        return None
    if not note.status:
        return (
            "; ".join(f"{by or 'somebody'} says {status}" for by, status in note.said) + " on one day: neither counts"
        )
    day = day_words(note.on.astimezone(basis.inputs.zone).date()) if note.on else ""
    return ", ".join(part for part in (note.status, note.by, day) if part)


def _enter(basis: Basis, told: Sequence[tuple[Action, Noted | None, bool]], status: Sequence[str]) -> None:
    enter = basis.ledger.enter
    enter(ASKED, len(told))
    enter(STILL_SEEN, sum(seen for _, _, seen in told))
    enter(ALTHOUGH_DONE, status.count(ALTHOUGH))
    enter(NOTED, sum(note is not None for _, note, _ in told))
    enter(STALE, len(basis.inputs.noted.keys() - {action.id for action, _, _ in told}))


def _title(basis: Basis, asked: int) -> Sentence:
    things = "thing" if asked == 1 else "things"
    words = f"{{still_seen.total}} of {{asked.total}} {things} that the last report named can still be seen"
    return say(words + (", {although_done.total} although marked done" if _count(basis, ALTHOUGH_DONE.id) else ""))


def _words(basis: Basis) -> Text:
    """Return how to note what became of things, while nobody has, and which notes answer none of these."""
    sentences = []
    if not _count(basis, NOTED.id):
        sentences.append(say("Nobody noted yet what became of them: fill actions.xlsx and save it in decisions/"))
    if stale := _count(basis, STALE.id):
        one = stale == 1
        sentences.append(
            say(f"{{stale_notes.total}} note{' is' if one else 's are'} on things that the last report did not name")
        )
    return Text("actions-words", tuple(sentences))


def _count(basis: Basis, word: str) -> int:
    return int(basis.ledger.value(word, At("total")) or 0)


def about(sentence: Sentence) -> str:
    """Return a sentence without its numbers: the same words while a campaign runs and when it is over."""
    words = "".join("…" if isinstance(part, Ref) else part for part in sentence.parts)
    return " ".join(words.replace(TO_DATE, "").split())


def asked_for(document: Document) -> tuple[Action, ...]:
    """Return what a report asks people to do: the summary's insights first, then the rest, with their words."""
    found = []
    for slug in ("highlights-in-full", "insights"):
        part = document.part(slug)
        for row in part.rows if isinstance(part, Table) else ():
            kind, what, _, then, *owner = row
            if isinstance(what, Sentence) and isinstance(kind, str) and isinstance(then, str):
                who = owner[0] if owner and isinstance(owner[0], str) else ""
                found.append(Action(kind, document.words(what), about(what), then, who))
    return tuple(found)
