"""A measure is one number that can be taken over any group of rows: a value, the rows that count, and how to gather.

Value and predicate become a column first, then plain columns are aggregated. A predicate inside ``agg`` is ignored
without a word by the pandas back end of narwhals, and ``n_unique`` counts a missing value as one more.
"""

from dataclasses import dataclass
from enum import StrEnum

import narwhals as nw


class Kind(StrEnum):
    """How the values of a group become one number."""

    SUM = "sum"
    DISTINCT = "distinct"
    MAX = "max"


class Table(StrEnum):
    """The tables that measures are taken over; ``PLACED_LINES`` are order lines by when they were placed.

    ``COMMITTED_SKUS`` are registered SKUs with the stock kept for them and the units they sold.
    """

    ORDER_LINES = "order_lines"
    PLACED_LINES = "placed_lines"
    COMMITTED_SKUS = "committed_skus"
    STREAMS = "streams"
    PRODUCT_TRAFFIC = "product_traffic"
    SETTLEMENTS = "settlements"
    ADS = "ads"
    VIDEOS = "videos"
    AFFILIATE_ORDERS = "affiliate_orders"
    ATTRIBUTED_STREAMS = "attributed_streams"


BESIDE_ORDERS = (Table.SETTLEMENTS, Table.ADS, Table.VIDEOS, Table.AFFILIATE_ORDERS, Table.ATTRIBUTED_STREAMS)
"""What shops may hand in beside orders, LIVE lists and product lists; nobody misses what they do not."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """Which rows count. ``words`` completes "counts ..."; ``expr`` is true, false, and never missing."""

    name: str
    words: str
    expr: nw.Expr

    @property
    def column(self) -> str:
        """The flag's column in a prepared table."""
        return f"is_{self.name}"


@dataclass(frozen=True, slots=True)
class Told:
    """How a measure is taken from rows that are sums already: from their own ``column``, where ``where`` counts.

    ``over`` are the cuts over which it adds up, None for all: a count of orders does not over products, since an order
    may hold two of them. ``asks`` says which sums it needs, for the place that it is missing in.
    """

    column: str
    where: Predicate
    over: tuple[str, ...] | None = None
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A value gathered over the rows of ``where``; ``words`` names the value as the export does.

    ``value`` is whole numbers for a sum or a maximum (money in minor units), an id for a distinct count. ``told`` says
    where sums give it, for measures that are not the same sum over them.
    """

    name: str
    table: Table
    value: nw.Expr
    where: Predicate
    kind: Kind
    words: str
    told: Told | None = None


def flags(measures: tuple[Measure, ...]) -> list[nw.Expr]:
    """Return each predicate of ``measures`` once, as a flag column."""
    predicates = {measure.where.column: measure.where for measure in measures}
    return [where.expr.alias(name) for name, where in predicates.items()]


def values(measures: tuple[Measure, ...]) -> list[nw.Expr]:
    """Return the columns to aggregate: the value where its flag is set, and which of those rows have none.

    The flag columns must already stand in the table.
    """
    columns: list[nw.Expr] = []
    for measure in measures:
        flag = nw.col(measure.where.column)
        value = nw.when(flag).then(measure.value)
        columns.append(value.alias(measure.name))
        columns.append((flag & measure.value.is_null()).cast(nw.Int64).alias(blanks(measure)))
        if measure.kind is Kind.DISTINCT:
            columns.append((~flag | measure.value.is_null()).cast(nw.Int64).alias(holes(measure)))
    return columns + [nw.col(flag).cast(nw.Int64).alias(rows(flag)) for flag in flag_names(measures)]


def aggregates(measures: tuple[Measure, ...]) -> list[nw.Expr]:
    """Return the plain aggregations of the columns that ``values`` made."""
    gathered: list[nw.Expr] = []
    for measure in measures:
        column = nw.col(measure.name)
        match measure.kind:
            case Kind.SUM:
                gathered.append(column.sum())
            case Kind.MAX:
                gathered.append(column.max())
            case Kind.DISTINCT:
                gathered += [column.n_unique(), nw.col(holes(measure)).max()]
        gathered.append(nw.col(blanks(measure)).sum())
    return gathered + [nw.col(rows(flag)).sum() for flag in flag_names(measures)]


def flag_names(measures: tuple[Measure, ...]) -> list[str]:
    """Return the flag columns of ``measures``, each once."""
    return list(dict.fromkeys(measure.where.column for measure in measures))


def blanks(measure: Measure) -> str:
    """Return the column that counts the rows that count and have no value."""
    return f"{measure.name}__blank"


def holes(measure: Measure) -> str:
    """Return the column that says whether a distinct count met a missing value, which it counted as one more."""
    return f"{measure.name}__hole"


def rows(flag: str) -> str:
    """Return the column that counts the rows of a flag."""
    return f"{flag}__rows"
