"""A wrong cell is coloured and explained, in place; its sheet gets one column more, and the book one sheet."""

import itertools
import re
from dataclasses import replace

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator, ValidationSeverity

from campaignctl.domain.returns import Beside, Mark, Standing

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def test_a_marked_cell_differs_in_its_fill_and_its_left_edge_only(books, returned, tools):
    before = tools.reopened(books["rich.xlsx"])["Products"]
    after = tools.reopened(returned(books["rich.xlsx"]))["Products"]
    for place, fill, edge in (("D6", "FFFDEEEA", "FFE4572E"), ("C5", "FFFFF6DF", "FFE69F00")):
        cell, old = after[place], before[place]
        assert cell.fill.fgColor.rgb == fill
        assert (cell.border.left.style, cell.border.left.color.rgb) == ("thick", edge)
        assert (cell.number_format, cell.value) == (old.number_format, old.value)
        assert repr(cell.border.right) == repr(old.border.right)
        assert repr(cell.alignment) == repr(old.alignment)


def test_a_missing_cell_is_made_with_the_format_of_its_row(books, returned, tools):
    after = tools.reopened(returned(books["rich.xlsx"]))["Products"]
    assert after["E8"].value is None
    assert after["E8"].number_format == "#,##0"  # row 8 has a format of its own
    assert after["E8"].fill.fgColor.rgb == "FFFDEEEA"


@pytest.mark.parametrize("cell", ["B2", "A40", "XFD3", "Z7", "C9"])
def test_a_cell_is_put_into_its_order_wherever_it_was_missing(cell, books, returned, tools):
    made = tools.a_return(marks=(Mark("Products", cell, Standing.ERROR, "campaignctl · WBK106 error\nIt is blank."),))
    path = returned(books["rich.xlsx"], made)
    assert tools.reopened(path)["Products"][cell].fill.fgColor.rgb == "FFFDEEEA"
    places = re.findall(r'<c r="([A-Z]+)(\d+)"', tools.parts_of(path)["xl/worksheets/sheet2.xml"].decode())
    ordered = [(int(row), len(column), column) for column, row in places]
    assert ordered == sorted(ordered)
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("cell", ["A0", "XFE1", "A1048577", "", "A", "7", "$D$6", "D6:D7"])
def test_a_cell_that_no_sheet_has_is_left_out(cell, books, returned, tools):
    made = tools.a_return(marks=(Mark("Products", cell, Standing.ERROR, "campaignctl · WBK106 error"),))
    assert tools.reopened(returned(books["rich.xlsx"], made))["Products"]["D6"].fill.fgColor.rgb == "FFFFFFFF"


def test_a_cell_of_a_merged_range_marks_its_first_cell(books, returned, tools):
    made = tools.a_return(marks=(Mark("Products", "E1", Standing.ERROR, "campaignctl · WBK105 error\nTwice."),))
    after = tools.reopened(returned(books["rich.xlsx"], made))["Products"]
    assert after["B1"].fill.fgColor.rgb == "FFFDEEEA"
    assert after["B1"].comment is not None
    assert "B1:G1" in {str(area) for area in after.merged_cells.ranges}


def test_two_findings_in_one_cell_make_one_mark_of_the_worse_and_one_note(books, returned, tools):
    marks = tuple(
        Mark("Products", "D6", standing, f"campaignctl · SKU20{n} {standing}\nReason {n}.")
        for n, standing in ((1, Standing.WARNING), (2, Standing.ERROR))
    )
    cell = tools.reopened(returned(books["rich.xlsx"], tools.a_return(marks=marks)))["Products"]["D6"]
    assert cell.fill.fgColor.rgb == "FFFDEEEA"
    assert "Reason 1." in cell.comment.text
    assert "Reason 2." in cell.comment.text


def test_a_note_is_added_where_there_was_none_and_stands_below_the_sellers_own(books, returned, tools):
    after = tools.reopened(returned(books["with notes.xlsx"]))["Products"]
    assert after["E8"].comment.text.startswith("campaignctl · SKU302 error\nA registered SKU needs stock.")
    assert after["E8"].comment.author == "campaignctl"
    own = after["D6"].comment
    assert own.text.startswith("Agreed with Dana on the phone.\n\ncampaignctl · SKU204 error")
    assert own.author == "Nora"


def test_a_cell_with_a_thread_keeps_it_and_takes_no_note(books, returned, tools):
    made = tools.a_return(
        marks=(Mark("Products", "D7", Standing.ERROR, "campaignctl · SKU207 error\nLooks like 17.99."),)
    )
    after = tools.reopened(returned(books["strange.xlsx"], made))["Products"]["D7"]
    assert after.comment is None
    assert after.fill.fgColor.rgb == "FFFDEEEA"


def test_every_note_has_one_box_and_the_boxes_that_were_there_stay(book, returned, tools):
    parts = tools.parts_of(returned(book))
    drawings = [text for name, text in parts.items() if name.endswith(".vml")]
    notes = [text for name, text in parts.items() if re.search(r"comments\d*\.xml$", name)]
    boxes = sum(text.count(b'ObjectType="Note"') for text in drawings)
    assert boxes == sum(len(re.findall(rb"<(?:x:)?comment ", text)) for text in notes)
    ids = [number for text in drawings for number in re.findall(rb'<v:shape id="(\w+)"', text)]
    assert len(ids) == len(set(ids))


def test_the_drawing_of_notes_stands_in_its_place_among_the_elements(book, returned, tools):
    order = [
        "sheetPr",
        "dimension",
        "sheetViews",
        "sheetFormatPr",
        "cols",
        "sheetData",
        "sheetProtection",
        "autoFilter",
        "mergeCells",
        "conditionalFormatting",
        "dataValidations",
        "hyperlinks",
        "pageMargins",
        "pageSetup",
        "headerFooter",
        "drawing",
        "legacyDrawing",
        "AlternateContent",
        "tableParts",
        "extLst",
    ]
    for name, text in tools.parts_of(returned(book)).items():
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            found = [etree.QName(child).localname for child in etree.fromstring(text)]
            assert [order.index(one) for one in found] == sorted(order.index(one) for one in found), name


def column_of(sheet, heading):
    return next(cell.column_letter for row in sheet.iter_rows(max_row=10) for cell in row if cell.value == heading)


@pytest.mark.parametrize(
    ("name", "column"),
    [("rich.xlsx", "J"), ("filtered and locked.xlsx", "J"), ("openpyxl.xlsx", "H"), ("bare.xlsx", "C")],
)
def test_the_findings_column_stands_right_of_all_that_is_there(name, column, books, returned, tools):
    header = 1 if name == "bare.xlsx" else 4
    rows = ((header + 1, Standing.WARNING, "~ STK402"), (header + 2, Standing.CLEAR, "✓ no finding"))
    made = tools.a_return(besides=(Beside("Products", header, "Findings of 13 Nov", rows),), marks=())
    sheet = tools.reopened(returned(books[name], made))["Products"]
    at = column_of(sheet, "Findings of 13 Nov")
    assert at == column  # in the rich books a formula stands in H, a little chart in I
    assert sheet[f"{at}{header + 1}"].value == "~ STK402"
    assert sheet.column_dimensions[at].width > 30


def test_the_findings_column_is_seen_where_all_columns_beyond_the_data_are_hidden(books, returned, tools):
    sheet = tools.reopened(returned(books["rest hidden.xlsx"]))["Products"]
    at = column_of(sheet, "Findings of 13 Nov")
    assert not sheet.column_dimensions[at].hidden
    xml = tools.parts_of(returned(books["rest hidden.xlsx"]))["xl/worksheets/sheet2.xml"].decode()
    reaches = [(int(first), int(last)) for first, last in re.findall(r'<col min="(\d+)" max="(\d+)"', xml)]
    assert reaches == sorted(reaches)
    assert all(last < first for (_, last), (first, _) in itertools.pairwise(reaches))


def test_a_table_a_filter_and_merged_cells_keep_their_ranges(books, returned, tools):
    rich = tools.parts_of(returned(books["rich.xlsx"]))
    assert b'ref="B4:G8"' in rich["xl/tables/table1.xml"]
    filtered = tools.reopened(returned(books["filtered and locked.xlsx"]))["Products"]
    assert filtered.auto_filter.ref == "B4:G8"
    assert filtered.protection.sheet


def test_a_column_is_not_hidden_under_a_picture(books, returned, tools):
    rows = ((1, Standing.CLEAR, "✓"), (30, Standing.CLEAR, "✓"))
    wide = tools.a_return(besides=(Beside("Products", 2, "Findings", rows),))
    sheet = tools.reopened(returned(books["rich.xlsx"], wide))["Products"]
    assert column_of(sheet, "Findings") == "K"  # the picture lies over J2


def test_the_list_is_the_last_sheet_and_the_only_one_selected(book, returned, tools):
    path = returned(book)
    after, parts = tools.reopened(path), tools.parts_of(path)
    assert after.sheetnames[-1] == "Findings"
    assert after.active.title == "Findings"
    selected = [name for name, text in parts.items() if name.endswith(".xml") and b"tabSelected" in text]
    assert selected == ["xl/worksheets/campaignctl-findings.xml"]


def test_a_book_with_a_sheet_findings_of_its_own_keeps_it(tmp_path, returned, tools):
    import xlsxwriter

    source = tmp_path / "own.xlsx"
    with xlsxwriter.Workbook(source) as book:
        book.add_worksheet("Products").write("B4", "SKU ID")
        book.add_worksheet("Findings").write("A1", "What we found in the warehouse")
    once = returned(source)
    assert tools.reopened(once).sheetnames == ["Products", "Findings", "Findings 2"]
    twice = returned(once)
    assert tools.reopened(twice)["Findings"]["A1"].value == "What we found in the warehouse"
    assert twice.read_bytes() == once.read_bytes()


def test_a_finding_on_a_sheet_that_is_not_there_is_listed_without_a_link(books, returned, tools):
    made = tools.a_return()
    lines = (replace(made.lines[0], sheet="Coupons", cell=""), *made.lines[1:])
    sheet = tools.reopened(returned(books["rich.xlsx"], replace(made, lines=lines)))["Findings"]
    assert sheet["C7"].value == "Coupons"
    assert sheet["C7"].hyperlink is None
    assert sheet["C8"].hyperlink.location == "'Products'!E8"


def test_styles_grow_by_a_twin_for_each_style_that_is_marked(books, returned, tools):
    before = etree.fromstring(tools.parts_of(books["rich.xlsx"])["xl/styles.xml"])
    after = etree.fromstring(tools.parts_of(returned(books["rich.xlsx"]))["xl/styles.xml"])
    old, new = before.find(f"{MAIN}cellXfs"), after.find(f"{MAIN}cellXfs")
    assert [etree.tostring(xf) for xf in new][: len(old)] == [etree.tostring(xf) for xf in old]
    assert int(new.get("count")) == len(new)
    assert len([xf for xf in new if xf.get("applyFill") == "1"]) > len(old)


def said_of(path):
    found = OpenXmlValidator().validate(path).errors
    return {error.description for error in found if error.severity is ValidationSeverity.ERROR}


def test_a_returned_book_has_no_fault_of_form_that_the_sellers_had_not(book, returned):
    assert said_of(returned(book)) <= said_of(book)
