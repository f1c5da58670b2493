"""The page on exports names every layout, header and table."""

from campaignctl.marketplaces.canonical import CANONICAL, CellType
from campaignctl.marketplaces.exports_md import FEEDS, TYPES, exports_page
from campaignctl.marketplaces.layouts import OURS, load_layouts


def test_every_table_and_kind_of_cell_has_its_words():
    assert set(FEEDS) == set(CANONICAL)
    assert set(TYPES) == set(CellType.__args__)


def test_a_header_stands_with_what_it_needs_and_how_else_it_is_written():
    page = exports_page([("Any", load_layouts(OURS))])
    assert "| Date | date, or date and time | needed | Day, Time," in page
    assert "| SKU ID | ID | optional | SKU, Variation ID |" in page
    assert "Buyers" in page.partition("Known and not read")[2]
