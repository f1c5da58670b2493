"""Tables of figures: rows are the keys of a scope, columns are metrics, and a column without any value is left out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence
from campaignctl.domain.tables import Cell, Column, Mark, Table
from campaignctl.metrics.catalogue import by_id
from campaignctl.metrics.compare import is_good
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import BASELINE, TARGET, Basis
from campaignctl.stages.report.provisional import CAME_BACK, headed

CAMPAIGN = "Campaign"
M, N, P = Format.MONEY, Format.COUNT, Format.PERCENT


@dataclass(frozen=True, slots=True)
class Of:
    """A column of figures: which metric, of which period, compared with what."""

    column: Column
    metric: str
    period: str = ""
    comparison: str = ""

    def at(self, place: At) -> At:
        """Return the figure's place in the row of ``place``."""
        return place.on(self.period).against(self.comparison)


Words = tuple[Column, Callable[[At], Cell]]
"""A column of text and how a row's cell is found."""

SELLERS = Of(Column("sellers", "Sellers", N, "Who"), "sellers")
SKUS = Of(Column("skus", "SKUs", N, "Who"), "skus")
SHARE = Of(Column("share", "Share of GMV", P, "Sales", bar=True), "gmv_share")
GMV = Of(Column("gmv", "GMV", M, "Sales"), "gmv")
TARGETS = (
    Of(Column("target", "Target", M, "Against target"), "gmv", TARGET),
    Of(Column("vs_target", "vs target", P, "Against target"), "gmv", comparison=TARGET),
)
PERCENT_OF_TARGET = Of(Column("percent_of_target", "% of target", P, "Against target"), "gmv_to_target")
BASELINES = (
    Of(Column("baseline", "Baseline", M, "Against baseline"), "gmv", BASELINE),
    Of(Column("vs_baseline", "vs baseline", P, "Against baseline"), "gmv", comparison=BASELINE),
)
SOLD_THROUGH = Of(Column("sold_through", "Sell-through", P, "Stock kept", bar=True), "sold_through")
AFTER = (
    Of(Column("orders", "Orders", N, "Orders"), "orders"),
    Of(Column("units", "Units", N, "Orders"), "units"),
    Of(Column("aov", "AOV", M, "Orders"), "aov"),
    Of(Column("seller_discount", "By sellers", M, "Discount funded"), "seller_discount"),
    Of(Column("platform_discount", "By platform", M, "Discount funded"), "platform_discount"),
    Of(Column("discount_depth", "Depth", P, "Discount funded"), "discount_depth"),
    Of(Column("net_gmv", "Net GMV", M, CAME_BACK), "net_gmv"),
    Of(Column("cancel_rate", "Cancelled", P, CAME_BACK), "cancel_rate"),
    Of(Column("refund_rate", "Refunded", P, CAME_BACK), "refund_rate"),
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The rows of a table: their places, the words before their figures, and the total's."""

    words: tuple[Words, ...]
    places: Sequence[At]
    total: str = ""
    caption: Sentence = field(default_factory=Sentence)


def keys_of(columns: Sequence[Of]) -> tuple[str, ...]:
    """Return the keys of columns, as a vocabulary names them."""
    return tuple(of.column.key for of in columns)


def grid(basis: Basis, slug: str, frame: Frame, columns: Sequence[Of]) -> Table:
    """Return the table; its total row, if it has one, shows the figures of the whole campaign."""
    kept = [of for of in columns if any(_known(basis, of, place) for place in frame.places)]
    rows = tuple(
        (*(words(place) for _, words in frame.words), *(_cell(basis, of, place) for of in kept))
        for place in frame.places
    )
    blank = (None,) * (len(frame.words) - 1)
    total = (_all(basis, frame.total), *blank, *(_cell(basis, of, At()) for of in kept)) if frame.total else None
    marked = [*frame.places, *([At()] if frame.total else [])]
    return Table(
        slug,
        (*(column for column, _ in frame.words), *(_headed(basis, of.column) for of in kept)),
        rows,
        total,
        marks=_marks(basis, kept, marked),
        empty="No orders",
        caption=frame.caption,
    )


def _all(basis: Basis, total: str) -> str:
    """Return the words of the total's row; of a regular report it is not the campaign's."""
    return basis.subject.capitalize() if total == CAMPAIGN else total


def _headed(basis: Basis, column: Column) -> Column:
    """Return a column with the words of a campaign that still runs, and of returns that are not closed."""
    if column.key == TARGET:
        return replace(column, title=basis.target_words.capitalize())
    return headed(basis, column)


def quarters(worth: Mapping[tuple[int, str], Decimal | float]) -> dict[tuple[int, str], int]:
    """Return the heat of cells by what they are worth: 0 for the lowest quarter of them to 3 for the highest."""
    ranked = sorted(worth, key=lambda place: (worth[place], place))
    return {place: 4 * rank // len(ranked) for rank, place in enumerate(ranked)}


def in_money(columns: Sequence[Of], form: Format) -> list[Of]:
    """Return the columns with money in one format, as a slide of that size of campaign shows it."""
    return [_in_money(of, form) for of in columns]


def _in_money(of: Of, form: Format) -> Of:
    is_money = of.column.format in {Format.MONEY, Format.MONEY_SHORT}
    return replace(of, column=replace(of.column, format=form)) if is_money else of


def _known(basis: Basis, of: Of, place: At) -> bool:
    return basis.ledger.value(of.metric, of.at(place)) is not None


def _cell(basis: Basis, of: Of, place: At) -> Cell:
    figure = basis.ledger.get(of.metric, of.at(place))
    if figure is None:
        return None
    return Ref(figure.id, format=of.column.format if figure.format is not of.column.format else None)


def _marks(basis: Basis, columns: Sequence[Of], places: Sequence[At]) -> Mapping[tuple[int, str], Mark]:
    changes = [of for of in columns if of.comparison]
    return {
        (row, of.column.key): mark(basis, of.metric, of.at(place))
        for row, place in enumerate(places)
        for of in changes
        if _known(basis, of, place)
    }


def mark(basis: Basis, metric: str, at: At) -> Mark:
    """Return whether the change at a place is for the better; one that is written as nothing is neither."""
    figure = basis.ledger.get(metric, at)
    if figure is None or not any(digit in figure.words for digit in "123456789"):
        return Mark.NEUTRAL
    good = is_good(by_id(metric), figure)
    return Mark.NEUTRAL if good is None else (Mark.GOOD if good else Mark.BAD)
