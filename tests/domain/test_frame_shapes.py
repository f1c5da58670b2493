"""Every frame that leaves a reader has exactly the columns and types of its shape."""

from datetime import UTC, datetime

import pandas as pd
import pytest

from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.domain.frames import ORIGIN, Dtype, empty, framed, shape_of, shaped

SHAPE = {
    "sku": Dtype.WORD,
    "price": Dtype.MONEY,
    "share": Dtype.RATE,
    "starts": Dtype.INSTANT,
    "hero": Dtype.FLAG,
    "tool": Dtype.FEW,
}
MOMENT = datetime(2026, 11, 20, 8, tzinfo=UTC)
ROWS = {
    "sku": ["1729500011223344501", None],
    "price": [1299, None],
    "share": [0.3, None],
    "starts": [MOMENT, None],
    "hero": [True, None],
    "tool": ["Flash deal", None],
}


def _dtypes(frame):
    return {name: str(dtype) for name, dtype in frame.dtypes.items()}


def test_a_frame_has_the_types_of_its_shape_and_missing_is_missing():
    frame = framed(ROWS, 2, SHAPE)
    assert _dtypes(frame) == dict(SHAPE)
    assert frame.iloc[0].tolist() == ["1729500011223344501", 1299, 0.3, pd.Timestamp(MOMENT), True, "Flash deal"]
    assert frame.iloc[1].isna().all()


def test_both_doors_make_the_same_frame():
    pd.testing.assert_frame_equal(framed(ROWS, 2, SHAPE), shaped(pd.DataFrame(ROWS), SHAPE))


def test_columns_that_are_absent_come_out_missing_and_strangers_are_left_out():
    frame = framed({"sku": ["1"], "note": ["x"]}, 1, SHAPE)
    assert list(frame) == list(SHAPE)
    assert frame.drop(columns="sku").isna().all(axis=None)


def test_one_text_stands_for_all_rows():
    assert framed({"tool": "Flash deal"}, 3, SHAPE)["tool"].tolist() == ["Flash deal"] * 3


@pytest.mark.parametrize("frame", [framed({"tool": [None]}, 1, SHAPE), framed({}, 1, SHAPE), empty(SHAPE)])
def test_few_valued_words_are_words_even_where_all_are_missing(frame):
    assert frame["tool"].str.casefold().isna().all()


@pytest.mark.parametrize(("name", "value"), [("price", "about 200"), ("price", 10**30), ("starts", "soon")])
def test_a_value_of_the_wrong_type_is_the_callers_fault(name, value):
    with pytest.raises(TypeError, match=f"column {name} does not hold"):
        framed({name: [value]}, 1, SHAPE)


def test_an_empty_frame_has_its_types_too():
    assert _dtypes(empty(SHAPE)) == dict(SHAPE)
    assert len(empty(SHAPE)) == 0


def test_a_percent_or_money_column_becomes_three_and_a_computed_one_none():
    sheet = Sheet("S", "s", (Column("Value", "value", Type.VALUE), Column("Days", "days", Type.COMPUTED)))
    shape = {"value_percent": Dtype.RATE, "value_money": Dtype.MONEY, "value": Dtype.WORD, **ORIGIN}
    assert shape_of(sheet) == shape
