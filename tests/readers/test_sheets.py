"""A sheet is recognised by its headings, wherever people moved them and whatever they did to them."""

import pytest

from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.readers.grid import Grid
from campaignctl.readers.sheets import read_sheet

PRODUCTS = Sheet(
    "Products",
    "products",
    (
        Column(
            "SKU ID",
            "sku_id",
            Type.ID,
            "yes",
            aliases=("sku_id", "SKU"),
            example="1729000000000000001",
            hint="paste values only",
        ),
        Column("Product name", "name", Type.TEXT, example="Vitamin serum", hint="as buyers see it"),
        Column(
            "List price",
            "list_price",
            Type.MONEY,
            "yes",
            aliases=("Original price", "原价"),
            hint="before any promotion",
        ),
        Column("Campaign price", "price", Type.MONEY, aliases=("活动价", "Precio de campaña")),
        Column("Stock", "stock", Type.INT, "yes", aliases=("Qty", "活动库存"), example=100),
        Column("Seller SKU", "seller_sku", Type.TEXT, example="VS-30"),
        Column("Quick check", "quick_check", Type.COMPUTED, example="example, not read", hint="filled by the sheet"),
    ),
)
SELLER = Sheet(
    "Seller",
    "seller",
    (
        Column("Seller ID", "seller_id", Type.ID, "yes"),
        Column("Shop name", "shop_name", Type.TEXT, "yes"),
        Column("Taking part", "taking_part", Type.YES_NO),
    ),
    record=True,
)
HEAD = ["SKU ID", "Product name", "List price", "Stock"]
LINE = ["1729500011223344501", "Serum", 32.0, 100.0]


def _read(rows, sheet=PRODUCTS, left=0):
    return read_sheet(Grid("Products", rows, left=left), sheet)


def _values(raw):
    return {key: list(cells) for key, cells in raw.cells.items()}


EXPECTED = {"sku_id": [LINE[0]], "name": ["Serum"], "list_price": [32.0], "stock": [100.0]}


@pytest.mark.parametrize("above", [0, 1, 3, 30])
def test_the_header_row_is_found_by_its_headings(above):
    raw = _read([["Holiday Deals", "", "", ""]] * above + [HEAD, LINE])
    assert raw.header_row == above + 1
    assert raw.rows == [above + 2]
    assert _values(raw) == EXPECTED


def test_rows_of_any_length_are_padded():
    raw = _read([[], HEAD, [], ["1"], [*LINE, "note", "more"], LINE[:2]])
    assert raw.rows == [4, 5, 6]
    assert _values(raw) == {
        "sku_id": ["1", LINE[0], LINE[0]],
        "name": ["", "Serum", "Serum"],
        "list_price": ["", 32.0, ""],
        "stock": ["", 100.0, ""],
    }


@pytest.mark.parametrize("left", [0, 1, 5])
def test_columns_left_of_the_used_area_count(left):
    raw = _read([["x", *HEAD], ["", *LINE]], left=left)
    assert raw.columns["sku_id"] == left + 1
    assert raw.extras == {"x": left}
    assert _values(raw) == EXPECTED


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("List price", "list_price"),
        ("LIST PRICE *", "list_price"),
        ("  List\u00a0price  ", "list_price"),
        ("List price\n(before any promotion)", "list_price"),
        ("List\nprice", "list_price"),
        ("List\r\nprice (USD)", "list_price"),
        ("List price（必填）", "list_price"),
        ("【必填】List price", "list_price"),
        ("Ｌｉｓｔ ｐｒｉｃｅ", "list_price"),
        ("list_price", "list_price"),
        ("原价", "list_price"),
        ("原价\nList price", "list_price"),
        ("原价（美元）\nOriginal price (USD)", "list_price"),
        ("Precio de campan\u0303a", "price"),
        ("PRECIO DE CAMPANA", "price"),
        ("sku", "sku_id"),
    ],
)
def test_headings_are_recognised_whatever_people_did_to_them(heading, key):
    raw = _read([["Product name", "Stock", heading], ["Serum", 100.0, "7"]])
    assert list(raw.columns) == ["name", "stock", key]
    assert raw.cells[key] == ["7"]


@pytest.mark.parametrize("heading", ["List price of last year", "Prices", "Listprice", "", 5.0, None, "="])
def test_other_headings_are_kept_and_harm_nothing(heading):
    raw = _read([["Product name", "Stock", "SKU ID", heading or ""], ["Serum", 100.0, "1", "note"]])
    assert list(raw.columns) == ["name", "stock", "sku_id"]
    assert list(raw.extras) == ([str(heading)] if heading else [])


def test_a_columns_own_name_wins_over_another_ones_alias():
    sheet = Sheet(
        "S", "s", (Column("Price", "price", Type.MONEY, aliases=("Cost", "Stock")), Column("Stock", "stock", Type.INT))
    )
    raw = _read([["Stock", "Cost"], [5.0, 7.0]], sheet)
    assert _values(raw) == {"price": [7.0], "stock": [5.0]}


def test_of_two_columns_with_one_heading_the_first_is_read_and_the_second_told():
    raw = _read([[*HEAD, "stock", "Qty"], [*LINE, 7.0, 8.0]])
    assert raw.cells["stock"] == [100.0]
    assert raw.doubles == {"stock": 4, "Qty": 5}


def test_blank_rows_inside_are_passed_over_and_the_numbers_kept():
    blank = ["", "", "", ""]
    raw = _read([HEAD, LINE, blank, ["  ", "\u00a0", "", "\n"], LINE, blank])
    assert raw.rows == [2, 5]


def test_a_row_that_holds_only_what_nobody_filled_is_blank():
    raw = _read([[*HEAD, "Quick check", "My note"], [*LINE, "ok", ""], ["", "", "", "", "▲ look", "x"]])
    assert raw.rows == [2]


def test_rows_are_numbered_over_many_batches():
    many = 2_000
    rows = [HEAD, *([f"{n}", "Serum", 32.0, 100.0] if n % 3 else ["", "", "", ""] for n in range(many))]
    raw = _read(rows)
    assert raw.rows == [n + 2 for n in range(many) if n % 3]
    assert raw.cells["sku_id"] == [f"{n}" for n in range(many) if n % 3]
    assert len({len(cells) for cells in raw.cells.values()} | {len(raw.rows)}) == 1
    assert raw.holds_row(3)
    assert not raw.holds_row(2)
    assert not raw.holds_row(many + 2)


EXAMPLE = ["1729000000000000001", "Vitamin serum", 32.0, 100.0, "VS-30"]
FULL_HEAD = [*HEAD, "Seller SKU"]
FULL_LINE = [*LINE, "GG-1"]


@pytest.mark.parametrize("mark", ["e.g.", "E.G. ", "Example", "ejemplo", "例"])
def test_the_example_and_the_hints_are_not_read_where_their_mark_stands(mark):
    rows = [
        ["", *FULL_HEAD],
        ["hint", "paste values only", "", "", "", ""],
        [mark, *EXAMPLE],
        ["", *FULL_LINE],
        ["7", *FULL_LINE],
    ]
    raw = _read(rows)
    assert raw.rows == [4, 5]
    assert list(raw.examples) == [3]
    assert raw.examples[3]["sku_id"] == EXAMPLE[0]


def test_they_are_not_read_either_when_somebody_deleted_the_column_of_marks():
    hints = ["paste values only", "as buyers see it", "before any promotion", "", ""]
    raw = _read([FULL_HEAD, hints, EXAMPLE, FULL_LINE])
    assert raw.rows == [4]


def test_what_the_computed_column_says_of_a_guide_marks_it_wherever_sorting_took_it():
    rows = [[*HEAD, "Quick check"], [*LINE, "✓ ok"], [*LINE, "filled by the sheet"], ["", "", "", "", "▲"]]
    raw = _read([*rows, *([*LINE, ""] for _ in range(600)), [*EXAMPLE[:4], "example, not read"]])
    assert raw.rows == [2, *range(5, 605)]
    assert list(raw.examples) == [605]


def test_a_line_typed_over_an_example_without_mark_is_a_line():
    raw = _read([FULL_HEAD, ["1729500011223344501", "Vitamin serum", 32.0, 100.0, "VS-30"]])
    assert raw.rows == [2]


@pytest.mark.parametrize(
    "rows", [[], [[]], [["", ""]], [["Holiday Deals"]], [["SKU ID"]], [["about", "this", "form"]] * 50]
)
def test_a_sheet_without_headings_is_not_recognised(rows):
    assert _read(rows) is None
    assert _read(rows, SELLER) is None


def test_a_sheet_of_headings_alone_has_no_rows():
    raw = _read([HEAD])
    assert raw.rows == []
    assert _values(raw) == {"sku_id": [], "name": [], "list_price": [], "stock": []}


RECORD = [["Seller ID", "S-001"], ["Shop name", "Moss & Amber"], ["Taking part", "Yes"]]


@pytest.mark.parametrize("above", [0, 4])
@pytest.mark.parametrize("before", [0, 1, 3])
@pytest.mark.parametrize("left", [0, 2])
def test_a_record_is_found_by_its_labels_wherever_it_was_moved(above, before, left):
    raw = _read([["Your shop"]] * above + [[""] * before + row for row in RECORD], SELLER, left)
    assert raw.lines == {"seller_id": above + 1, "shop_name": above + 2, "taking_part": above + 3}
    assert set(raw.columns.values()) == {left + before + 1}
    assert _values(raw) == {"seller_id": ["S-001"], "shop_name": ["Moss & Amber"], "taking_part": ["Yes"]}
    assert len(raw.rows) == 1


def test_a_record_with_hints_beside_it_and_sections_between_reads_only_its_values():
    rows = [
        ["", "Your shop"],
        ["", "Seller ID *", "S-001", "as in our invitation"],
        [],
        ["", "Shop name", "", "as buyers see it"],
    ]
    assert _values(_read(rows, SELLER)) == {"seller_id": ["S-001"], "shop_name": [""]}


def test_a_field_twice_in_a_record_is_told_and_the_first_read():
    raw = _read([*RECORD, ["shop name *", "Other"]], SELLER)
    assert raw.cells["shop_name"] == ["Moss & Amber"]
    assert raw.doubles == {"shop name *": 4}


def test_a_label_at_the_edge_of_the_sheet_has_a_blank_value():
    assert _values(_read([["Seller ID"], ["Shop name"]], SELLER)) == {"seller_id": [""], "shop_name": [""]}
