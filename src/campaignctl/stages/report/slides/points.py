"""What stands out on one page: what the campaign brought, where it missed, whether discounts paid, what was broken.

Each sentence begins with its key figure. What the report cannot tell gives way to the plainer points of the summary.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from campaignctl.domain.document import Document, Section, Text
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Table
from campaignctl.stages.report.basis import joined
from campaignctl.stages.report.slides.answer import effect, net_of_moved

MOST = 3
_CLAUSE = re.compile(r"[;.](?= |$)|(?= \()")
PLAN, CATEGORIES = ("pace", "drivers"), ("scorecard",)
"""The sections that the summary's own points are about."""

Point = tuple[Sentence, tuple[str, ...]]


def with_points(section: Section, document: Document) -> Section:
    """Return the summary with the three points that weigh most; as it is where it has none."""
    own = next((part for part in section.parts if part.slug == "summary-points"), None)
    if not isinstance(own, Text):
        return section
    chosen = list(_points(document, own))[:MOST]
    words, about = tuple(words for words, _ in chosen), tuple(about for _, about in chosen)
    text = replace(own, sentences=words, about=about, leads=tuple(map(_lead, words)))
    return replace(section, parts=tuple(text if part is own else part for part in section.parts))


def missing(document: Document) -> tuple[Sentence, ...]:
    """Return that days lack every sale, where they do: nothing else is to be read without it."""
    told = document.part("summary-missing")
    return told.sentences if isinstance(told, Text) else ()


def _points(document: Document, own: Text) -> Iterator[Point]:
    yield from ((sentence, PLAN[:1]) for sentence in missing(document))
    gained = brought(document)
    mine: list[Point] = list(zip(own.sentences, own.about, strict=True))
    if gained:
        yield gained, ("lift",)
    else:
        yield from (point for point in mine if point[1] == PLAN)
    yield from (point for point in mine if point[1] == CATEGORIES)
    untold = document.section("change")
    if untold is not None:
        yield joined(untold.title, say(".")), ()
    yield from _paid_back(document)
    broken = document.part("promised-sum")
    if isinstance(broken, Text):
        yield broken.sentences[0], ("promised",)
    yield from (point for point in mine if point[1] not in (CATEGORIES, *([] if gained else [PLAN])))


def brought(document: Document) -> Sentence:
    """Return ``About $64K came beyond the expected (95% interval +$50K to +$77K)``, if that is told."""
    found = effect(document)
    if found is None:
        return Sentence()
    money, interval = found
    opening = Sentence(("About ", replace(money, unsigned=True), " more came than expected without the campaign"))
    season = document.figures.get("gmv.total~season")
    whole, net = joined(opening, say(" (95% interval "), interval, say(")")), net_of_moved(document)
    if net is not None:
        gained = (document.figures[net.id].number or 0) > 0
        short = replace(net, format=Format.MONEY_SHORT, unsigned=gained)  # a sign of gain may part from its amount
        whole = joined(whole, Sentence((", ", short, " without sales that only moved by a week")))
    if season is None or season.value is None:
        return joined(whole, say("."))
    return joined(whole, say("; the season moved sales by {gmv.total~season}."))


def _lead(sentence: Sentence) -> Sentence:
    """Return the clause that a sentence begins with: up to its first semicolon, bracket or full stop."""
    for at, part in enumerate(sentence.parts):
        end = _CLAUSE.search(part) if isinstance(part, str) else None
        if end is not None and isinstance(part, str):
            return Sentence((*sentence.parts[:at], part[: end.end()]))
    return sentence


def _paid_back(document: Document) -> Iterator[Point]:
    """Yield what discounts brought, where a return is told of any."""
    held, funders = document.section("roi"), document.part("roi-funders")
    if held is None or not isinstance(funders, Table):
        return
    at = [column.key for column in funders.columns].index("roi")
    if any(isinstance(row[at], Ref) for row in funders.rows):
        yield joined(held.title, say(".")), ("roi",)
