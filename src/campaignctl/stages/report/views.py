"""One document, several readers: what a workbook shows of it, and what a deck, a page and a memo show."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from campaignctl.domain.document import Card, Document, Section, Text
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Table
from campaignctl.stages.report.basis import joined
from campaignctl.stages.report.key_figures import without_key_figures, without_slide_cards
from campaignctl.stages.report.memo import memo
from campaignctl.stages.report.promised.worst import OF_KINDS
from campaignctl.stages.report.slides import (
    appendix,
    delivered,
    in_full,
    next_steps,
    on_slide,
    shortfall,
    terms,
    with_answer,
    with_before,
    with_conversion,
    with_cost_share,
    with_points,
)
from campaignctl.stages.report.today import today

DECK_SECTIONS = (
    "cover",
    "summary",
    "scorecard",
    "pace",
    "drivers",
    "lift",
    "roi",
    "sellers",
    "promised",
    "streams",
    "next",
    "definitions",
    "category",
    "seller",
    "insights",
    "terms",
    "data",
)
WORKBOOK_SECTIONS = (
    "summary",
    "dashboard",
    "lift",
    "change",
    "roi",
    "daily",
    "categories",
    "sellers",
    "promised",
    "products",
    "ways",
    "streams",
    "attributed",
    "videos",
    "creators",
    "ads",
    "settled",
    "comparisons",
    "trend",
    "insights",
    "bridge",
    "actions",
    "data",
    "definitions",
)
DASHBOARD_SECTIONS = ("dashboard", "summary", "ways", "insights", "comparisons")
TABLES = ("sellers", "products")
OWN_SHEETS = {
    "hours": ("Hours", ""),
    "categories-by-day": ("Categories by day", ""),
    "promised-broken": ("Broken promises", ""),
    "promised-slots": ("Promised livestreams", ""),
    "products-listed": ("Product lists", ""),
    "products-to-cart": ("Products to cart", ""),
    "data-findings": ("Data findings", "What the files were found to say wrongly, each with how to mend it"),
}
"""Long tables with sheets of their own, so that their header stays in sight and on every page: name and title.

One without a title here is headed by its caption.
"""
ONLY_IN_DECK = {
    "promised-price",
    "promised-stock",
    "promised-streams",
    "promised-sum",
    *OF_KINDS,
    "summary-points",
    "highlights-in-full",
    "spread",
    "seller-spread",
    "sellers-above",
    "sellers-below",
    "streams",
    "stream-gpm",
    "stream-hours",
    "stream-hours-words",
    "stream-hours-steps",
    "data",
    "definitions",
    "season",
    "lift-rows",
    "lift-money",
    "lift-verdict",
    "lift-mark",
    "lift-key",
}


def for_workbook(document: Document) -> Document:
    """Return the document with the sections and parts that a workbook has sheets for, in their order."""
    sections = [_opening(section) for slug in WORKBOOK_SECTIONS if (section := document.section(slug))]
    sections = [_with_effect(section, document) if section.slug == "summary" else section for section in sections]
    kept = (
        replace(section, parts=tuple(part for part in section.parts if part.slug not in ONLY_IN_DECK))
        for section in sections
    )
    return replace(document, sections=tuple(one for section in kept for one in _on_own_sheets(_opened(section))))


def _opening(section: Section) -> Section:
    """Return a section with the cards of page and workbook, where slides have their own."""
    return replace(section, parts=tuple(without_slide_cards(section.parts)))


def _opened(section: Section) -> Section:
    """Return a summary that has nothing to show with a line that says so: a workbook opens with it all the same."""
    if section.slug != "summary" or section.parts:
        return section
    return replace(section, parts=(Text("summary-points", (say("Sheet Data quality tells what was read."),)),))


def _on_own_sheets(section: Section) -> Iterator[Section]:
    """Yield the section without its long further tables, then each of these as a section."""
    apart = [part for part in section.parts if part.slug in OWN_SHEETS]
    yield replace(section, parts=tuple(part for part in section.parts if part not in apart))
    for part in apart:
        name, words = OWN_SHEETS[part.slug]
        title = Sentence((words,)) if words else part.caption if isinstance(part, Table) else Sentence((name,))
        alone = replace(part, caption=Sentence()) if isinstance(part, Table) else part
        yield replace(section, slug=part.slug, name=name, title=title, parts=(alone,))


def _with_effect(summary: Section, document: Document) -> Section:
    """Return the summary with what the campaign brought in its title, or that it cannot be told below its cards."""
    found = document.section("change")
    if found is None:
        return replace(summary, title=with_answer(replace(summary, parts=()), document).title)
    cards = [part for part in summary.parts if isinstance(part, Card)]
    rest = [part for part in summary.parts if not isinstance(part, Card)]
    ahead = [part for part in rest if part.slug == "summary-missing"]
    told = Text("summary-effect", (joined(found.title, say(".")),))
    return replace(summary, parts=(*ahead, *cards, told, *(part for part in rest if part not in ahead)))


def for_dashboard(document: Document) -> Document:
    """Return the document with the sections that a page with filters draws on, its own first.

    Its tables are headed by what the report says of their sellers and products.
    """
    sections = [_opening(section) for slug in DASHBOARD_SECTIONS if (section := document.section(slug))]
    said = {f"dashboard-{slug}": section.title for slug in TABLES if (section := document.section(slug))}
    held = (_held_against(section) if section.slug == "comparisons" else section for section in sections)
    return replace(document, sections=tuple(_captioned(section, said) for section in held))


def _held_against(section: Section) -> Section:
    """Return the comparisons without the figures that nothing can be held against: a page has no room for them."""
    parts = (
        replace(part, rows=tuple(row for row in part.rows if any(cell is not None for cell in row[2:])))
        if isinstance(part, Table)
        else part
        for part in section.parts
    )
    return replace(section, parts=tuple(parts))


def _captioned(section: Section, said: Mapping[str, Sentence]) -> Section:
    parts = (
        replace(part, caption=said[part.slug]) if isinstance(part, Table) and part.slug in said else part
        for part in section.parts
    )
    return replace(section, parts=tuple(parts))


def for_deck(document: Document) -> Document:
    """Return the document with the sections that a deck has slides for; its parts are chosen by the template."""
    steps = next_steps(document)
    listed = in_full(document)
    own = (replace(section, parts=tuple(without_key_figures(section.parts))) for section in document.sections)
    held = (*own, *(one for one in (steps, listed) if one is not None))
    again = {"roi": on_slide, "promised": delivered, "insights": appendix}
    made = [again[section.slug](section) if section.slug in again else section for section in held]
    shown = [section for section in made if section.slug.partition(".")[0] in DECK_SECTIONS]
    with_document: dict[str, Callable[[Section, Document], Section]] = {
        "cover": with_answer,
        "summary": _summary,
        "drivers": with_conversion,
        "sellers": shortfall,
        "definitions": partial(terms, shown=shown),
    }
    sections = (with_document[s.slug](s, document) if s.slug in with_document else s for s in shown)
    return replace(document, sections=tuple(sections))


def _summary(section: Section, document: Document) -> Section:
    """Return the summary as a slide shows it."""
    answered = with_cost_share(with_answer(section, document), document)
    return with_before(with_points(answered, document), document)


def for_today(document: Document) -> Document:
    """Return the document of a chat's few lines and picture."""
    return today(document)


def for_memo(document: Document) -> Document:
    """Return the document of a memo: answer, figures and decisions on two pages."""
    return memo(document)
