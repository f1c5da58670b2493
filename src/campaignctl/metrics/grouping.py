"""Measures by group: one pass over a table for all measures, and a small pandas frame of whole numbers comes back."""

from collections.abc import Sequence
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.metrics.measures import Kind, Measure, aggregates, blanks, flag_names, holes, rows, values
from campaignctl.metrics.told import SUMMED, has_sums, of_sums, together


def grouped(table: nw.LazyFrame[Any], measures: tuple[Measure, ...], keys: Sequence[str]) -> pd.DataFrame:
    """Return one row per group: the keys, then per measure an ``Int64`` column and its count of rows without a value.

    The flags of the measures' predicates stand in ``table`` already. A missing key is a group of its own. A measure is
    missing where rows count but none of them has a value; where no row counts, sums and counts are zero. Rows that are
    sums already are told apart by ``told.SUMMED``.
    """
    if not has_sums(table):
        return _grouped(table, measures, keys)
    lines = _grouped(table.filter(~nw.col(SUMMED)), measures, keys)
    sums = _grouped(table.filter(nw.col(SUMMED)), tuple(of_sums(measure, keys) for measure in measures), keys)
    return together(lines, sums, measures, keys)


def _grouped(table: nw.LazyFrame[Any], measures: tuple[Measure, ...], keys: Sequence[str]) -> pd.DataFrame:
    raw = table.with_columns(*values(measures)).group_by(*keys).agg(*aggregates(measures))
    # the cast happens inside the engine: a sum leaves DuckDB as a float else, and loses its last digits
    whole = raw.with_columns(*[nw.col(name).cast(nw.Int64).fill_null(0) for name in _numbers(measures)])
    return _settled(whole.collect(backend="pandas").to_native(), measures, list(keys))


def _numbers(measures: tuple[Measure, ...]) -> list[str]:
    counted = [name for measure in measures for name in (measure.name, blanks(measure))]
    gaps = [holes(measure) for measure in measures if measure.kind is Kind.DISTINCT]
    return counted + gaps + [rows(flag) for flag in flag_names(measures)]


def _settled(frame: pd.DataFrame, measures: tuple[Measure, ...], keys: list[str]) -> pd.DataFrame:
    settled = pd.DataFrame({key: _key(frame[key]) for key in keys}, index=frame.index)
    for measure in measures:
        number = frame[measure.name].astype("Int64")
        if measure.kind is Kind.DISTINCT:
            number -= frame[holes(measure)].astype("Int64")
        blank = frame[blanks(measure)].astype("Int64")
        counted = frame[rows(measure.where.column)].astype("Int64")
        unknown = (counted > 0) & (blank == counted)
        settled[measure.name] = number.mask(unknown | ((measure.kind is Kind.MAX) & (counted == 0)))
        settled[blanks(measure)] = blank
    return settled.sort_values(keys, na_position="last", ignore_index=True)


def _key(column: "pd.Series[Any]") -> "pd.Series[Any]":
    """Return a key as numbers or as text: an engine names the type of a column of nothing as it likes."""
    return column.astype("Int64") if pd.api.types.is_numeric_dtype(column) else column.astype("str")
