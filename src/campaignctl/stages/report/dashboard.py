"""The dashboard: tables and notes of a page with filters, beside the cards and charts of other sections."""

from dataclasses import replace

from campaignctl.domain.document import Column, Part, Section, Sentence, Table, Text, say
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.cover import headline
from campaignctl.stages.report.data import usable
from campaignctl.stages.report.grid import AFTER, BASELINES, GMV, TARGETS, Frame, Of, grid
from campaignctl.stages.report.phrases import capital
from campaignctl.stages.report.slugs import Slugs

MOST_PRODUCTS = 50  # the page makes the rows of the others when they are chosen
_SHOWN = ("units", "orders", "seller_discount", "platform_discount", "refund_rate")
_ON_PAGE = ("vs_target", "vs_baseline", *_SHOWN)
SLUGS = Slugs(
    sections=("dashboard",),
    tables={"dashboard-sellers": ("seller", "gmv", *_ON_PAGE), "dashboard-products": ("product", "gmv", *_ON_PAGE)},
    paragraphs=("dashboard-notes", "dashboard-warnings"),
)


def dashboard(basis: Basis, folded: Sentence) -> Section | None:
    """Return the tables and notes of the page; None without orders, for then there is nothing to filter."""
    if not basis.has_lines:
        return None
    notes = tuple(note for note in (capital(usable(basis)), folded, _matched(basis)) if note)
    warnings = (Text("dashboard-warnings", _warnings(basis)),) if _warnings(basis) else ()
    parts: tuple[Part, ...] = (*_tables(basis), *warnings, Text("dashboard-notes", notes))
    return Section("dashboard", "Dashboard", headline(basis), basis.context, parts, basis.source)


def _tables(basis: Basis) -> list[Table]:
    sellers = (Column("seller", "Seller"), lambda at: basis.seller(at.key))
    products = (Column("product", "Product"), lambda at: basis.product(at.key).name)
    by_seller = [At("seller", key) for key in basis.sellers]
    by_product = [At("product", key) for key in basis.products[:MOST_PRODUCTS]]
    return [
        grid(basis, f"dashboard-{name}", Frame((words,), places), _columns())
        for name, words, places in (("sellers", sellers, by_seller), ("products", products, by_product))
        if places
    ]


def _columns() -> list[Of]:
    """Return the columns of the page's tables, without groups; GMV carries the bar."""
    plan = [of for of in (*TARGETS, *BASELINES) if of.comparison]
    after = [of for key in _SHOWN for of in AFTER if of.column.key == key]
    return [
        replace(GMV, column=replace(GMV.column, group="", bar=True)),
        *(replace(of, column=replace(of.column, group="")) for of in (*plan, *after)),
    ]


def _warnings(basis: Basis) -> tuple[Sentence, ...]:
    """Return what has to be known before any number is read: that the campaign is not over."""
    if basis.periods.is_over:
        return ()
    return (say("The campaign still runs: all numbers are so far, up to {at}.", at=basis.as_of_words),)


def _matched(basis: Basis) -> Sentence:
    if not basis.promotions:
        return Sentence()
    return say("A line is counted to the promotion whose locked price it bears out; the rest match none.")
