"""What the last report asked for, and whether this one still sees the same."""

from collections.abc import Sequence

from campaignctl.domain.document import Column, Document, Mark, Ref, Section, Sentence, Table, say
from campaignctl.domain.earlier import Action
from campaignctl.insights.ranking import Ranked
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import ASKED, STILL_SEEN
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import day_words

TROUBLE = ("▼", "■")
STILL, GONE = "still seen", "no longer seen"
SLUGS = Slugs(
    sections=("actions",),
    tables={"actions": ("kind", "what", "next", "owner", "status")},
)


def actions(basis: Basis, ranked: Sequence[Ranked]) -> Section | None:
    """Return last report's actions with their status; None where there was none, or it asked for nothing."""
    asked, on = basis.inputs.asked, basis.inputs.asked_on
    if not asked or on is None:
        return None
    seen = {about(one.tried.say) for one in ranked if one.tried.say}
    status = [STILL if action.about in seen else GONE for action in asked]
    basis.ledger.enter(ASKED, len(asked))
    basis.ledger.enter(STILL_SEEN, status.count(STILL))
    heads = (
        Column("kind", "Kind"),
        Column("what", f"As reported on {day_words(on.astimezone(basis.inputs.zone).date())}"),
        Column("next", "What was to be done"),
        Column("owner", "Owner"),
        Column("status", "Now"),
    )
    rows = tuple((a.kind, a.what, a.then, a.owner or None, now) for a, now in zip(asked, status, strict=True))
    marks = {(row, "status"): _mark(a, now) for row, (a, now) in enumerate(zip(asked, status, strict=True))}
    things = "thing" if len(asked) == 1 else "things"
    title = say(f"{{still_seen.total}} of {{asked.total}} {things} that the last report named can still be seen")
    return Section("actions", "Last actions", title, basis.context, (Table("actions", heads, rows, marks=marks),))


def _mark(action: Action, now: str) -> Mark:
    """Return how a status looks: a loss that is gone is good, one that is still there bad, and of the rest neither."""
    if not action.kind.startswith(TROUBLE):
        return Mark.NEUTRAL
    return Mark.BAD if now == STILL else Mark.GOOD


def about(sentence: Sentence) -> str:
    """Return a sentence without its numbers: the same words from report to report."""
    return " ".join("".join("…" if isinstance(part, Ref) else part for part in sentence.parts).split())


def asked_for(document: Document) -> tuple[Action, ...]:
    """Return what a report asks people to do: the summary's insights first, then the rest, with their words."""
    found = []
    for slug in ("highlights", "insights"):
        part = document.part(slug)
        for row in part.rows if isinstance(part, Table) else ():
            kind, what, _, then, *owner = row
            if isinstance(what, Sentence) and isinstance(kind, str) and isinstance(then, str):
                who = owner[0] if owner and isinstance(owner[0], str) else ""
                found.append(Action(kind, document.words(what), about(what), then, who))
    return tuple(found)
