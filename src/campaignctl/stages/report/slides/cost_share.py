"""What the campaign's discounts cost as a share of what it sold, a card of the summary's slide.

Set against the baseline's days, which have discounts of their own.
"""

from dataclasses import replace

from campaignctl.domain.document import Against, Card, Document, Section
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import say
from campaignctl.domain.tables import Mark
from campaignctl.metrics.ledger import TOTAL
from campaignctl.metrics.metric import Unit
from campaignctl.stages.report.basis import BASELINE, Basis
from campaignctl.stages.report.counts import Count

COST_SHARE = Count(
    "promotion_cost_share", "Promotion cost, share of GMV", "discount funded / GMV", Unit.RATE, Format.PERCENT
)
PLACE = "card-4"


def enter_cost_share(basis: Basis) -> None:
    """Enter the share of campaign and baseline, and how they differ; nothing where discount or GMV is not known."""
    shares = {}
    for at in (TOTAL, TOTAL.on(BASELINE)):
        cost, sold = (basis.ledger.value(metric, at) for metric in ("discount", "gmv"))
        if cost is not None and sold:
            shares[at] = float(cost) / float(sold)
            basis.ledger.enter(COST_SHARE, shares[at], at)
    if len(shares) > 1:
        change = shares[TOTAL] - shares[TOTAL.on(BASELINE)]
        basis.ledger.enter(COST_SHARE, change, TOTAL.against(BASELINE), form=Format.POINTS)


def with_cost_share(section: Section, document: Document) -> Section:
    """Return the summary with the share as the last of its four cards; as it is where the share is not known."""
    share, change = (document.figures.get(f"{COST_SHARE.id}.total{end}") for end in ("", f"~{BASELINE}"))
    cards = [part for part in section.parts if isinstance(part, Card) and part.slug == PLACE]
    if share is None or not cards:
        return section
    lines: tuple[Against, ...] = ()
    if change is not None:
        dearer = (change.number or 0) > 0
        label = say(f"baseline {{{COST_SHARE.id}.total@{BASELINE}}}")
        lines = (Against(label, change.id, Mark.BAD if dearer else Mark.GOOD),)
    card = Card(PLACE, COST_SHARE.label, share.id, lines)
    return replace(section, parts=tuple(card if part is cards[0] else part for part in section.parts))
