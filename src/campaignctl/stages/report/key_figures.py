"""The figures that the report opens with, as cards: five on a page, a sheet and in a chat, others on slides.

The five answer what was sold, what of it the campaign brought, in how many orders, from which stock and at whose cost.
What the data do not give leaves its place to the next.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from campaignctl.domain.document import Against, Card, Part
from campaignctl.domain.sentences import say
from campaignctl.metrics.catalogue import by_id
from campaignctl.metrics.ledger import TOTAL
from campaignctl.stages.report.basis import BASELINE, TARGET, Basis
from campaignctl.stages.report.committed import OF_IT, STOCK
from campaignctl.stages.report.grid import mark
from campaignctl.stages.report.lift import Lift, brought
from campaignctl.stages.report.phrases import listed
from campaignctl.stages.report.provisional import marked, still_moves
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.taken_back import came_back

MOST_CARDS = 5
MOST_LINES = 2
SLIDES, FIRST = "card", "key"
SLUGS = Slugs(cards=tuple(f"{name}-{n}" for name in (SLIDES, FIRST) for n in range(1, MOST_CARDS + 1)))


def cards(basis: Basis) -> list[Card]:
    """Return the cards of slides and of the memo, each metric by itself."""
    wanted = (
        _card(basis, "gmv", "GMV"),
        _card(basis, "orders", "Orders"),
        *_kept(basis),
        _card(basis, "aov", "AOV"),
        _discount(basis),
        *_others(basis),
    )
    return _numbered(SLIDES, wanted)


def key_figures(basis: Basis, effect: Lift) -> list[Card]:
    """Return the cards of page, workbook and chat."""
    wanted = (
        _card(basis, "gmv", "GMV"),
        *_kept(basis),
        brought(basis, effect),
        _orders(basis) or _card(basis, "aov", "AOV"),
        _sold_through(basis),
        _discount(basis),
        *_others(basis),
    )
    return _numbered(FIRST, (_so_far(basis, card) for card in wanted))


def without_key_figures(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts of a summary as slides and the memo show it."""
    return (part for part in parts if not is_key_figure(part))


def without_slide_cards(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts of a summary as page, workbook and chat show it."""
    return (part for part in parts if is_key_figure(part) or not isinstance(part, Card))


def is_key_figure(part: Part) -> bool:
    """Whether a part is one of the cards of page, workbook and chat."""
    return isinstance(part, Card) and part.slug.startswith(f"{FIRST}-")


def _numbered(name: str, wanted: Iterable[Card | None]) -> list[Card]:
    known = [card for card in wanted if card is not None][:MOST_CARDS]
    return [
        replace(card, slug=f"{name}-{n}", against=card.against[:MOST_LINES]) for n, card in enumerate(known, start=1)
    ]


def _card(basis: Basis, metric: str, title: str, lines: Iterable[Against] = ()) -> Card | None:
    """Return a metric against its target and its baseline, and with further ``lines``; None where it is not known."""
    if basis.ledger.value(metric) is None:
        return None
    return Card("", marked(basis, metric, title), basis.id(metric), (*_plans(basis, metric), *lines))


def _others(basis: Basis) -> tuple[Card | None, ...]:
    """Return what takes the place of a card that the data do not give."""
    return (
        _card(basis, "refund_rate", "Refund rate", _line(basis, "cancelled", "cancel_rate")),
        *(() if came_back(basis) else (_card(basis, "net_gmv", "Net GMV"),)),
        _card(basis, "stream_gmv", "Livestream GMV"),
        _card(basis, "units", "Units"),
    )


def _kept(basis: Basis) -> tuple[Card | None, ...]:
    """Return what is left of GMV, where so much came back that GMV alone would mislead."""
    return (_card(basis, "net_gmv", "Net GMV"),) if came_back(basis) else ()


def _orders(basis: Basis) -> Card | None:
    """Return the orders, behind their name what one of them was worth, and its change where there is room for it."""
    card = _card(basis, "orders", "Orders", _plans(basis, "aov", "AOV "))
    worth = basis.ledger.value("aov") is not None
    return replace(card, each=basis.id("aov")) if card is not None and worth else card


def _discount(basis: Basis) -> Card | None:
    if basis.ledger.value("discount") is None:
        return None
    return Card("", "Discount funded", basis.id("discount"), tuple(_funding(basis)))


def _sold_through(basis: Basis) -> Card | None:
    if basis.ledger.value("sold_through") is None:
        return None
    line = Against(say(f"{{{OF_IT.id}.total}} of {{{STOCK.id}.total}} units kept were sold"))
    meaning = f"{by_id('sold_through').meaning}: {by_id('sold_through').formula}"
    return Card("", "Sell-through of kept stock", basis.id("sold_through"), (line,), meaning=meaning)


def _so_far(basis: Basis, card: Card | None) -> Card | None:
    """Return a card that says of a campaign that still runs that its number is not the last one."""
    if card is None or basis.periods.is_over or not basis.days:
        return card
    return replace(card, label=f"{card.label} so far")


def _plans(basis: Basis, metric: str, of: str = "") -> list[Against]:
    """Return one line per period that a metric can be compared with; what is provisional stands beside the baseline.

    ``of`` names the metric where it is not the card's own.
    """
    lines = []
    for period, word in ((TARGET, basis.target_words), (BASELINE, "baseline")):
        figure, change = basis.ledger.get(metric, TOTAL.on(period)), basis.ledger.get(metric, TOTAL.against(period))
        if figure is None or figure.value is None or change is None:
            continue
        label_ = say(f"{{word}} {of}{{{figure.id}}}", word=word)
        if change.value is not None:
            lines.append(Against(label_, change.id, mark(basis, metric, TOTAL.against(period))))
        elif still_moves(basis, metric):
            lines.append(Against(label_))
    return lines


def _line(basis: Basis, word: str, metric: str) -> list[Against]:
    known = basis.ledger.value(metric) is not None
    return [Against(say(f"{{word}} {{{metric}.total}}", word=word))] if known else []


def _funding(basis: Basis) -> list[Against]:
    split = [
        say(f"{who} {{{metric}.total}}")
        for who, metric in (("sellers", "seller_discount"), ("platform", "platform_discount"))
        if basis.ledger.value(metric) is not None
    ]
    depth = basis.ledger.value("discount_depth") is not None
    shares = [Against(say("{discount_depth.total} of list value"))] if depth else []
    return [*([Against(listed(split))] if split else []), *shares]
