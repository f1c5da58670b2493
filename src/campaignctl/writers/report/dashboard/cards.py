"""The cards of the sheet Dashboard: formulas that follow the choice, or a dash and why it cannot be told of it."""

from collections.abc import Sequence

from campaignctl.domain.cube import Reading
from campaignctl.domain.document import Card, Document
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format, office
from campaignctl.domain.tables import Mark
from campaignctl.writers.report.cards import (
    ABOVE,
    BELOW,
    LABEL_HEIGHT,
    LEVEL,
    LINE_HEIGHT,
    NUMBER_HEIGHT,
    against_words,
    card_look,
    left_of,
    number_format,
    plan_word,
    sign,
    strip,
)
from campaignctl.writers.report.cells import MARK_COLOURS, plain
from campaignctl.writers.report.dashboard.choice import Choice
from campaignctl.writers.report.dashboard.hidden import Computed, Hidden
from campaignctl.writers.report.dashboard.numbers import NONE, Numbers, figure_value, money_words
from campaignctl.writers.report.marks import OPPOSITE
from campaignctl.writers.report.page import Page
from campaignctl.writers.xlsx_style import KPI_SIZE, SECONDARY, SMALL_SIZE, checked

RATE = f"[=0]0%;{office(Format.PERCENT)}"
WHY = "told for the whole campaign alone"


def write_cards(page: Page, cards: Sequence[Card], choice: Choice, numbers: Numbers, calc: Hidden) -> None:
    """Write label, number and one line of each card; all three follow the choice."""
    page.next(8)
    for at, card in enumerate(cards):
        strip(page, at, **card_look(colour=SECONDARY))
        page.computed(
            page.row, left_of(page, at), *_label(page.document, card, choice, numbers), **card_look(colour=SECONDARY)
        )
    page.next(LABEL_HEIGHT)
    for at, card in enumerate(cards):
        told = _told(page.document, card.figure, choice, numbers)
        figure = page.document.figures[card.figure]
        look = card_look(size=KPI_SIZE, bold=True, num_format=_shape(figure))
        strip(page, at, **look)
        page.computed(page.row, left_of(page, at), *_unless_none(choice, told), **look)
    page.next(NUMBER_HEIGHT)
    for at, card in enumerate(cards):
        look = card_look(size=SMALL_SIZE, colour=SECONDARY)
        strip(page, at, **look)
        page.computed(page.row, left_of(page, at), *_note(page.document, card, choice, numbers, calc), **look)
        _colour(page, at, card)
    page.next(LINE_HEIGHT)


def _colour(page: Page, at: int, card: Card) -> None:
    """Colour the line under a card by its arrow, which means of any choice what it means of the whole."""
    mark = card.against[0].mark if card.against else Mark.NEUTRAL
    if mark not in OPPOSITE:
        return
    rose = against_words(page.document, card.against[0]).startswith(ABOVE)
    meant = {ABOVE: mark if rose else OPPOSITE[mark], BELOW: OPPOSITE[mark] if rose else mark}
    cell = (page.row, left_of(page, at)) * 2
    for arrow, meaning in meant.items():
        look = page.styles.difference(colour=MARK_COLOURS[meaning])
        rule = {"type": "text", "criteria": "begins with", "value": arrow, "format": look}
        checked(page.sheet.conditional_format(*cell, rule), f"the colour of card {card.label}")


def _shape(figure: Figure) -> str:
    """Return a number format for what a card may show of any choice."""
    if figure.is_change:
        return number_format(figure)
    return RATE if figure.format is Format.PERCENT else office(figure.format, figure.unit, largest=figure.number or 0)


def _told(document: Document, figure: str, choice: Choice, numbers: Numbers) -> Computed:
    """Return what a figure of the whole is for the choice; without a reading it is told of the whole alone."""
    reading = choice.cube.reading_of(figure)
    if reading is not None and reading.metric in numbers.readings:
        return numbers.readings[reading.metric]
    number = document.figures[figure].number
    now = figure_value(document, figure)
    return (f'=IF({choice.alone}="total",{number!r},"{NONE}")' if number is not None else "", now)


def _label(document: Document, card: Card, choice: Choice, numbers: Numbers) -> Computed:
    """Return the words above a card; what one is worth follows the choice, and goes where it cannot be told."""
    now = plain(document.label(card))
    if not card.each:
        return "", now
    figure, (told, _) = document.figures[card.each], _told(document, card.each, choice, numbers)
    label, worth = _quoted(card.label), money_words(told[1:], figure.unit)
    return f'=IF(ISNUMBER({told[1:]}),"{label} · "&{worth}&" each","{label}")', now


def _unless_none(choice: Choice, told: Computed) -> Computed:
    formula, now = told
    return (f'=IF({choice.alone}="none","{NONE}",{formula[1:]})' if formula else "", now)


def _note(document: Document, card: Card, choice: Choice, numbers: Numbers, calc: Hidden) -> Computed:
    """Return the line under a card: the report's own for everything, else against plan, else beside the whole."""
    figure = document.figures[card.figure]
    now = against_words(document, card.against[0]) if card.against else f"{LEVEL} {plain(figure.words)}"
    reading, (told, _) = choice.cube.reading_of(card.figure), _told(document, card.figure, choice, numbers)
    if figure.number is None:
        return "", now
    whole = f'"{LEVEL} whole campaign {_quoted(figure.words)}"'
    if reading is None or not reading.plus:
        why = _quoted(reading.briefly) if reading else WHY
        other = f'IF({told[1:]}="{NONE}","{LEVEL} {why}",{whole})'
    elif reading.is_additive and figure.number > 0:
        other = f'"{LEVEL} "&TEXT({told[1:]}/{figure.number!r},"{office(Format.PERCENT)}")&" of the campaign"'
    else:
        other = whole
    plan = _against_plan(document, reading, choice, calc) if reading else ""
    other = f'IF({plan}="",{other},{plan})' if plan else other
    text = f'=IF({choice.alone}="total","{_quoted(now)}",IF({choice.alone}="none","",{other}))'
    return text, now


def _against_plan(document: Document, reading: Reading, choice: Choice, calc: Hidden) -> str:
    """Return the cell that holds a seller or a category against its target, else its baseline; none without any."""
    held, told = {}, False
    for scope in choice.places:
        axis = choice.cube.axis(scope)
        lines = [_plan_words(document, reading.figure(f"{scope}.{m.slug}")) for m in (axis.members if axis else ())]
        told = told or any(lines)
        held[scope] = lines
    if not told:
        return ""
    found = {}
    for scope, lines in held.items():
        cells = calc.add(f"{reading.metric} against plan by {scope}", ["", *lines])
        found[scope] = f"INDEX({cells.whole},{choice.places[scope]}+2)"
    formulas = (f'IF({choice.alone}="{scope}",{one}&""' for scope, one in found.items())
    text = ",".join(formulas) + ',""' + ")" * len(found)
    return calc.add(f"{reading.metric} against plan", [(f"={text}", "")]).at(0)


def _plan_words(document: Document, figure_id: str) -> str:
    """Return ``▲ +29% against target $32K``; empty where a place has neither target nor baseline."""
    for period, word in (("target", plan_word(document)), ("baseline", "baseline")):
        change, then = (document.figures.get(f"{figure_id}{mark}{period}") for mark in "~@")
        if change is not None and then is not None and change.value is not None:
            return f"{sign(change)} {change.words} against {word} {then.words}"
    return ""


def _quoted(words: str) -> str:
    return plain(words).replace('"', '""')[:240]
