"""Where a form holds its fields: the writer, the simulator and the messages agree on every cell."""

import pytest

from campaignctl.domain.forms import DATA_ROW, HEADER_ROW, Column, Sheet, Type, cell_of, in_order, record_lines


def _list(*keys: str) -> Sheet:
    return Sheet("List", "list", tuple(Column(key.title(), key, Type.TEXT) for key in keys))


RECORD = Sheet(
    "Record",
    "record",
    (
        Column("Name", "name", Type.TEXT, group="What"),
        Column("Code", "code", Type.ID, group="What"),
        Column("Starts", "starts", Type.DATETIME, group="When"),
        Column("Quick check", "quick_check", Type.COMPUTED, group="When"),
    ),
    record=True,
)


@pytest.mark.parametrize(
    ("position", "index", "cell"),
    [(0, 0, "B7"), (1, 0, "C7"), (24, 0, "Z7"), (25, 3, "AA10"), (50, 99, "AZ106"), (51, 0, "BA7")],
)
def test_a_list_begins_in_column_b_below_header_hint_and_example(position, index, cell):
    sheet = _list(*(f"key{n}" for n in range(60)))
    assert cell_of(sheet, f"key{position}", index) == cell
    assert HEADER_ROW < DATA_ROW == 7


def test_a_record_holds_its_values_in_column_c_below_the_heads_of_its_sections():
    heads, lines = record_lines(RECORD)
    assert heads == {4: "What", 7: "When"}
    assert lines == {"name": 5, "code": 6, "starts": 8}
    assert cell_of(RECORD, "starts") == "C8"


def test_the_quick_check_stands_last_and_columns_that_are_only_read_not_at_all():
    columns = (
        Column("Check", "quick_check", Type.COMPUTED),
        Column("SKU", "sku", Type.ID),
        Column("Cost", "cost", Type.MONEY, in_form=False),
        Column("Stock", "stock", Type.INT),
    )
    sheet = Sheet("Products", "products", columns)
    assert [column.key for column in in_order(sheet)] == ["sku", "stock", "quick_check"]
    assert cell_of(sheet, "quick_check") == "D7"
    with pytest.raises(ValueError, match="cost"):
        cell_of(sheet, "cost")


def test_a_sheet_names_its_columns_and_an_unknown_one_is_the_callers_fault():
    assert RECORD.column("code").name == "Code"
    with pytest.raises(KeyError, match="Record has no column price"):
        RECORD.column("price")


def test_computed_columns_are_never_read_back():
    assert [column.key for column in RECORD.columns if column.is_input] == ["name", "code", "starts"]
