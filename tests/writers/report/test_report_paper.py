"""What of a report goes on paper: every page readable, no table cut from its names, no title from its words."""

from dataclasses import replace

import pytest
from openpyxl.utils import range_boundaries

from campaignctl.domain.charts import Chart, ChartKind, Series
from campaignctl.domain.document import Document, Section, Text
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence
from campaignctl.domain.tables import Column, Table
from campaignctl.writers.report.columns import SMALLEST_PRINT
from campaignctl.writers.report.measure import column_pixels
from campaignctl.writers.report.page import PAPER_HIGH

FIGURES = {f"gmv.day.{at}": Figure(f"gmv.day.{at}", "GMV", at + 1, "", Format.COUNT) for at in range(30)}


def wide(count=24, rows=6, words="Words"):
    columns = (Column("name", "Name"), *(Column(f"c{at}", f"Column number {at}", Format.COUNT) for at in range(count)))
    cells = tuple((f"{words} {row}", *(Ref(f"gmv.day.{at}") for at in range(count))) for row in range(rows))
    return Table("wide", columns, cells)


def document(*parts):
    title = Sentence(("A title of so many words that no first column of a page could ever hold it",))
    return Document("June Fair", "", FIGURES, (Section("s", "Sheet", title, parts=parts),))


def bars(count=1):
    days = tuple(f"Day {at}" for at in range(6))
    series = tuple(Series(f"Part {part}", tuple(f"gmv.day.{at}" for at in range(6))) for part in range(count))
    return Chart("c", ChartKind.STACKED_COLUMN, Sentence(("A chart",)), "", Format.COUNT, days, series)


def areas(sheet):
    found = sheet.print_area if isinstance(sheet.print_area, list) else sheet.print_area.split(",")
    return [range_boundaries(one.rpartition("!")[2].replace("$", "")) for one in found]


def test_a_further_page_holds_the_rest_of_the_table_alone_beside_its_names(written):
    sheet = written(document(Text("t", (Sentence(("A note",)),)), wide(), bars()))["Sheet"]
    first, *others = areas(sheet)
    header = next(cell.row for cell in sheet["B"] if cell.value == "Name")
    assert first[:2] == (1, 1)
    assert first[3] > header + 6 + 10  # the chart stands below the table
    assert len(others) >= 1
    for left, top, _, bottom in others:
        assert (top, bottom) == (header, header + 6)
        assert left > first[2]
    assert others[-1][2] == 2 + 24  # the last column of all
    assert sheet.print_title_cols == "$A:$B"


def test_pages_side_by_side_hold_every_column_once_and_none_is_too_wide_to_read(written):
    sheet = written(document(wide()))["Sheet"]
    held = [column for left, _, right, _ in areas(sheet) for column in range(left, right + 1)]
    assert held == list(range(1, 2 + 24 + 1))
    assert sheet.page_setup.scale >= SMALLEST_PRINT * 100 - 1


def test_a_table_narrower_than_the_page_has_no_part_on_a_further_one(written):
    sheet = written(document(wide(), replace(wide(3), slug="narrow")))["Sheet"]
    second = [cell.row for cell in sheet["B"] if cell.value == "Name"][1]
    assert all(bottom < second for _, _, _, bottom in areas(sheet)[1:])


@pytest.mark.parametrize(("words", "whole"), [("Short", True), ("Many words that wrap and wrap " * 12, False)])
def test_rows_that_words_make_high_take_a_further_page_and_not_smaller_type(written, words, whole):
    sheet = written(document(wide(3, 30, words)))["Sheet"]
    points = sum(sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1))
    assert (points * SMALLEST_PRINT <= PAPER_HIGH) is whole
    assert (sheet.page_setup.fitToHeight is None) is whole  # None is one page


def test_of_the_numbers_behind_charts_the_ids_stay_on_the_screen(written):
    sheet = written(document(bars(5)))["Chart data"]
    ((_, _, right, _),) = areas(sheet)
    ids = {cell.column for row in sheet for cell in row if str(cell.value).startswith("gmv.day.")}
    numbers = {cell.column for row in sheet for cell in row if isinstance(cell.value, int)}
    assert numbers
    assert max(numbers) <= right < min(ids)


def test_the_sheet_of_all_figures_prints_one_page(written):
    sheet = written(document(bars()))["Figures"]
    ((_, _, _, bottom),) = areas(sheet)
    assert sum(sheet.row_dimensions[row].height for row in range(1, bottom + 1)) <= PAPER_HIGH
    assert bottom < sheet.max_row


def test_words_over_a_group_of_one_narrow_column_are_not_cut_by_the_next_group(written):
    heads = (
        Column("name", "Name", group="What"),
        Column("gmv", "GMV", Format.COUNT, "By product list, whole shops"),
        Column("live", "LIVE", Format.COUNT, "Of it by"),
    )
    table = Table("t", heads, (("Row", Ref("gmv.day.1"), Ref("gmv.day.2")),))
    sheet = written(document(table))["Sheet"]
    assert column_pixels(sheet.column_dimensions["C"].width) > 180
