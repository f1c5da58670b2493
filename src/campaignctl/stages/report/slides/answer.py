"""The answer of cover and summary: what was sold, and what of it is more than was to be expected without the campaign.

Only an effect that is distinguishable from zero, measured against comparison shops, is told so. Some of it buyers may
only have moved from the weeks around: what is left then is told beside it.
"""

from dataclasses import replace

from campaignctl.domain.document import Against, Card, Document, Part, Section, Text
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Table
from campaignctl.stages.report.basis import joined

BROUGHT, TOLD = "Brought by the campaign", "Distinguishable from zero"
NET_OF_MOVED = "Net of a week before and after"
"""What the table of the lift calls it."""


def with_answer(section: Section, document: Document) -> Section:
    """Return the section with the effect in its title and, where it has cards, as the second of them."""
    found = effect(document)
    if found is None:
        return section
    money, interval = found
    tail = (" more than expected without the campaign",)
    title = joined(section.title, say("; about "), Sentence((replace(money, unsigned=True), *tail)))
    return replace(section, title=title, parts=_with_card(section.parts, money, interval))


def effect(document: Document) -> tuple[Ref, Sentence] | None:
    """Return what the campaign brought and its interval, where it is told from zero and for the better."""
    table, verdict = document.part("lift-money"), document.part("lift-verdict")
    if not isinstance(table, Table) or not isinstance(verdict, Text) or verdict.sentences[0].parts != (TOLD,):
        return None
    rows = {row[0]: row[1] for row in table.rows}
    money, interval = rows.get(BROUGHT), rows.get("95% interval")
    if not isinstance(money, Ref) or not isinstance(interval, Sentence):
        return None
    return (money, interval) if (document.figures[money.id].number or 0) > 0 else None


def net_of_moved(document: Document) -> Ref | None:
    """Return what the campaign brought net of sales that were only moved; None where that is not estimated."""
    table = document.table("lift")
    if table is None:
        return None
    money = [column.key for column in table.columns].index("money")
    found = next((row[money] for row in table.rows if row[0] == NET_OF_MOVED), None)
    return found if isinstance(found, Ref) else None


def _with_card(parts: tuple[Part, ...], money: Ref, interval: Sentence) -> tuple[Part, ...]:
    cards = [part for part in parts if isinstance(part, Card)]
    if not cards:
        return parts
    brought = Card("", BROUGHT, money.id, (Against(say("95% interval"), said=interval),))
    ordered = (cards[0], brought, *cards[1:])
    numbered = (replace(card, slug=f"card-{number}") for number, card in enumerate(ordered[: len(cards)], start=1))
    return (*numbered, *(part for part in parts if not isinstance(part, Card)))
