"""The dashboard: tables and notes of a page with filters, beside the cards and charts of other sections."""

from collections.abc import Sequence
from dataclasses import replace

from campaignctl.domain.document import Part, Section, Text
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Column, Table
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.counts import STREAMS_TOLD
from campaignctl.stages.report.cover import headline
from campaignctl.stages.report.data import usable
from campaignctl.stages.report.freshness import Freshness, completeness, strips
from campaignctl.stages.report.grid import AFTER, BASELINES, GMV, SOLD_THROUGH, TARGETS, Frame, Of, grid
from campaignctl.stages.report.phrases import capital
from campaignctl.stages.report.slugs import Slugs

MOST_PRODUCTS = 50  # the page makes the rows of the others when they are chosen
_FUNDED = {"seller_discount": "Seller paid", "platform_discount": "Platform paid"}
_SHOWN = ("orders", "units", *_FUNDED, "refund_rate")
_ON_PAGE = ("vs_target", "vs_baseline", "orders", "sold_through", "units", *_FUNDED, "refund_rate")
SLUGS = Slugs(
    sections=("dashboard",),
    tables={"dashboard-sellers": ("seller", "gmv", *_ON_PAGE), "dashboard-products": ("product", "gmv", *_ON_PAGE)},
    paragraphs=("dashboard-notes", "dashboard-warnings", "dashboard-complete"),
)


def dashboard(basis: Basis, folded: Sentence, fresh: Freshness) -> Section | None:
    """Return the tables and notes of the page; None without orders, for then there is nothing to filter."""
    if not basis.has_lines:
        return None
    notes = tuple(note for note in (capital(usable(basis)), folded, _matched(basis), _livestreams(basis)) if note)
    warned = strips(basis, fresh)
    warnings = (Text("dashboard-warnings", warned),) if warned else ()
    complete = Text("dashboard-complete", (completeness(basis, fresh),))
    parts: tuple[Part, ...] = (*_tables(basis), complete, *warnings, Text("dashboard-notes", notes))
    return Section("dashboard", "Dashboard", headline(basis), basis.context, parts, basis.source)


def _tables(basis: Basis) -> list[Table]:
    sellers = (Column("seller", "Seller"), lambda at: basis.seller(at.key))
    products = (Column("product", "Product"), lambda at: basis.product(at.key).name)
    by_seller = [At("seller", key) for key in basis.sellers]
    by_product = [At("product", key) for key in basis.products[:MOST_PRODUCTS]]
    tables = (
        ("sellers", sellers, by_seller, _columns(_of_sellers(basis))),
        ("products", products, by_product, _columns([of for of in AFTER if of.column.key in _SHOWN])),
    )
    return [
        grid(basis, f"dashboard-{name}", Frame((words,), places), columns)
        for name, words, places, columns in tables
        if places
    ]


def _of_sellers(basis: Basis) -> list[Of]:
    """Return what stands behind the plan of a seller: sell-through in the place of units, where stock was kept."""
    if basis.ledger.value("sold_through") is None:
        return [of for of in AFTER if of.column.key in _SHOWN]
    after = [SOLD_THROUGH if of.column.key == "units" else of for of in AFTER if of.column.key in _SHOWN]
    return [replace(of, column=replace(of.column, bar=of is SOLD_THROUGH)) for of in after]


def _columns(after: Sequence[Of]) -> list[Of]:
    """Return the columns of a table of the page, without groups; GMV carries the bar, and sums stand whole."""
    plan = [of for of in (*TARGETS, *BASELINES) if of.comparison]
    return [_ungrouped(of) for of in (replace(GMV, column=replace(GMV.column, bar=True)), *plan, *after)]


def _ungrouped(of: Of) -> Of:
    title = _FUNDED.get(of.column.key, of.column.title)
    return replace(of, column=replace(of.column, group="", title=title, whole=True))


def _matched(basis: Basis) -> Sentence:
    if not basis.promotions:
        return Sentence()
    return say("A line is counted to the promotion whose locked price it bears out; the rest match none.")


def _livestreams(basis: Basis) -> Sentence:
    """Say which orders count to a livestream, or why nobody can choose one: order exports name the channel alone."""
    if not basis.channels or not basis.streams:
        return Sentence()
    if basis.told_streams:
        return say(
            "A livestream order counts to the stream of its shop that was on air when it was placed:"
            " {streams_told.total} of livestream sales; with none on air, or two, to none."
        )
    name = "Orders name their channel, not their livestream"
    where = "livestreams one by one stand in the workbook."
    if basis.ledger.value(STREAMS_TOLD.id) is None:
        return say("{name}; {where}", name=name, where=where)
    told = ", and only {streams_told.total} of livestream sales were placed while one of their shop was on air; "
    return joined(say("{name}", name=name), say(told), say("{where}", where=where))
