"""The dashboard: what a page with filters says about itself, beside the cards, charts and tables of other sections."""

from campaignctl.domain.document import Section, Sentence, Text, say
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.cover import headline
from campaignctl.stages.report.data import usable
from campaignctl.stages.report.phrases import capital


def dashboard(basis: Basis, folded: Sentence) -> Section | None:
    """Return the notes of the page; None without orders, for then there is nothing to filter."""
    if not basis.has_lines:
        return None
    notes = [capital(usable(basis)), folded, *_matched(basis)]
    shown = tuple(note for note in notes if note)
    parts = (Text("dashboard-notes", shown),)
    return Section("dashboard", "Dashboard", headline(basis), basis.context, parts, basis.source)


def _matched(basis: Basis) -> list[Sentence]:
    if not basis.promotions:
        return []
    return [say("A line is counted to the promotion whose locked price it bears out; the rest match none.")]
