"""A column read at once holds what its cells hold one by one: a single odd cell changes nothing but itself."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaignctl.domain.forms import Column, Type
from campaignctl.readers.cells import READ, Reading

READING = Reading("USD", "America/Los_Angeles", choices={"profile:tools": ("Flash deal", "Product discount")})

FLOATS = st.one_of(
    st.floats(),
    st.integers(-(10**17), 10**17).map(float),
    st.integers(-(10**9), 10**9).map(lambda cents: cents / 100),
    st.sampled_from([0.07 + 0.01, 22.399999999, 12.345, 1.0, 1.0000000001, 1e15, 1e13]),
)
TEXTS = st.one_of(
    st.text(alphabet="ab1 é|-'E+\u00a0\u200b\n🎁", max_size=6),
    st.sampled_from(
        ["", "No limit", "None", "-", "N/A", "12.99", "30 %", "1729500011223344501", "1.73E+18", "Flash deal", "yes"]
    ),
)
COLUMNS = [
    Column("A", "a", Type.MONEY),
    Column("A", "a", Type.MONEY, typed_none=True),
    Column("A", "a", Type.INT),
    Column("A", "a", Type.INT, no_limit=True),
    Column("A", "a", Type.NUMBER),
    Column("A", "a", Type.PERCENT),
    Column("A", "a", Type.ID),
    Column("A", "a", Type.TEXT),
    Column("A", "a", Type.TEXT, longest=3),
    Column("A", "a", Type.CHOICE, choices_from="profile:tools"),
    Column("A", "a", Type.CHOICE, choices_from="sheet:Contacts"),
    Column("A", "a", Type.YES_NO),
    Column("A", "a", Type.LIST),
    Column("A", "a", Type.EMAIL),
    Column("A", "a", Type.DATETIME),
]


def _name(column: Column) -> str:
    return f"{column.type}{'+' if column.no_limit or column.typed_none or column.longest else ''}"


def _values(column, cells):
    typed = READ[column.type](cells, column, READING)
    return [None if pd.isna(value) else value for value in list(typed.column)], list(typed.odd)


@pytest.mark.parametrize("column", COLUMNS, ids=_name)
@settings(max_examples=60)
@given(
    cells=st.one_of(
        st.lists(FLOATS), st.lists(TEXTS), st.lists(st.one_of(FLOATS, TEXTS)), st.lists(st.one_of(FLOATS, st.just("")))
    )
)
def test_a_column_at_once_is_its_cells_one_by_one(column, cells):
    values, odd = _values(column, cells)
    singly = [_values(column, [cell]) for cell in cells]
    assert values == [value for (value,), _ in singly]
    assert odd == [(at, *met[1:]) for at, (_, mets) in enumerate(singly) for met in mets]


@pytest.mark.parametrize("column", COLUMNS, ids=_name)
@pytest.mark.parametrize("stranger", ["about 200", True, 12.5, "", "'5", float("inf")])
@settings(max_examples=20)
@given(cells=st.one_of(st.lists(FLOATS), st.lists(TEXTS)))
def test_one_odd_cell_changes_nothing_but_itself(column, stranger, cells):
    values, odd = _values(column, cells)
    with_it, more = _values(column, [*cells, stranger])
    assert with_it[:-1] == values
    assert [met for met in more if met[0] < len(cells)] == odd


@pytest.mark.parametrize("column", COLUMNS, ids=_name)
def test_a_column_of_any_type_fits_its_frame(column):
    from campaignctl.domain.forms import Sheet
    from campaignctl.domain.frames import framed, shape_of

    cells = [1e300, float("nan"), 10.0**15, "9" * 400, True, "x", "", -(10.0**15), "-" + "9" * 15 + ".99"]
    typed = READ[column.type](cells, column, READING)
    assert len(framed({"a": typed.column}, len(cells), shape_of(Sheet("S", "s", (column,))))) == len(cells)
