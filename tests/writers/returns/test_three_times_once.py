"""A book that comes back is freed of what an earlier return put into it: returned three times equals returned once."""

import re
from dataclasses import replace

import pytest

from campaignctl.domain.returns import Beside, Mark, Standing
from campaignctl.writers.returns.looks import Look
from campaignctl.writers.returns.memory import Memory, SheetMemory

NOTHING = {"lines": (), "marks": (), "besides": ()}


def test_a_book_returned_three_times_unchanged_equals_one_returned_once(book, returned):
    once = returned(book)
    thrice = returned(returned(once))
    assert thrice.read_bytes() == once.read_bytes()


def test_equal_returns_of_equal_books_are_equal_bytes(book, returned):
    assert returned(book).read_bytes() == returned(book).read_bytes()


def test_what_was_marked_once_is_as_before_when_nothing_is_wrong_any_more(book, returned, tools):
    after = tools.reopened(returned(returned(book), tools.a_return(**NOTHING)))
    before = tools.reopened(book)
    for sheet in before.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                now = after[sheet.title][cell.coordinate]
                assert now.value == cell.value
                assert repr(now.fill) == repr(cell.fill), cell.coordinate
                assert repr(now.border) == repr(cell.border)
                said = [one.comment.text if one.comment else None for one in (now, cell)]
                assert said[0] == said[1]
        assert after[sheet.title].max_column <= max(sheet.max_column, 1)


def test_the_notes_of_a_book_without_notes_leave_no_part_behind(books, returned, tools):
    path = returned(returned(books["rich.xlsx"]), tools.a_return(**NOTHING))
    assert not [name for name in tools.parts_of(path) if "comments" in name or name.endswith(".vml")]
    assert b"legacyDrawing" not in tools.parts_of(path)["xl/worksheets/sheet2.xml"]


def test_marks_move_with_their_findings(books, returned, tools):
    """A second round finds other cells wrong: the first marks are gone, and no look is hidden under a look."""
    second = tools.a_return(
        marks=(
            Mark("Products", "D7", Standing.ERROR, "campaignctl · SKU207 error\nLooks like 17.99."),
            Mark("Products", "C5", Standing.ERROR, "campaignctl · SKU106 error\nWorse now."),
        ),
        besides=(Beside("Products", 4, "Findings of 16 Nov", ((7, Standing.ERROR, "▲ SKU207"),)),),
    )
    after = tools.reopened(returned(returned(books["rich.xlsx"]), second))["Products"]
    before = tools.reopened(books["rich.xlsx"])["Products"]
    assert repr(after["D6"].fill) == repr(before["D6"].fill)
    assert after["D6"].comment is None
    assert after["D7"].fill.fgColor.rgb == after["C5"].fill.fgColor.rgb == "FFFDEEEA"
    words = [cell.value for row in after.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert "Findings of 16 Nov" in words
    assert "Findings of 13 Nov" not in words
    assert "~ STK402" not in words
    third = tools.reopened(returned(returned(returned(books["rich.xlsx"]), second), tools.a_return(**NOTHING)))
    assert repr(third["Products"]["C5"].fill) == repr(before["C5"].fill)


def moved_down(path, tools):
    """Insert a row above the data, as a seller would, and number the styles anew, as Excel does when it saves."""
    parts = tools.parts_of(path)
    text = parts["xl/worksheets/sheet2.xml"].decode()

    def lower(found):
        row = int(found[2])
        return f"{found[1]}{row + 1 if row >= 5 else row}{found[3]}"

    text = re.sub(r'(<row r=")(\d+)(")', lower, text)
    text = re.sub(r'(<c r="[A-Z]+)(\d+)(")', lower, text)
    styles = parts["xl/styles.xml"].decode()
    listed = re.search(r'<cellXfs count="\d+">(.*?)</cellXfs>', styles)[1]
    xfs = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", listed)
    turned = [xfs[0], *reversed(xfs[1:])]
    parts["xl/styles.xml"] = styles.replace(listed, "".join(turned)).encode()

    def renumbered(found):
        number = int(found[2])
        return f"{found[1]}{len(xfs) - number if number else 0}{found[3]}"

    for name in parts:
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            own = text if name.endswith("sheet2.xml") else parts[name].decode()
            parts[name] = re.sub(r'(<(?:c|row|col) [^>]*?\bs(?:tyle)?=")(\d+)(")', renumbered, own).encode()
    return tools.put_together(path.with_name("moved.xlsx"), parts)


def test_marks_are_taken_out_of_rows_that_have_moved_and_styles_that_were_numbered_anew(books, returned, tools):
    moved = moved_down(returned(books["rich.xlsx"]), tools)
    before = tools.reopened(books["rich.xlsx"])["Products"]
    after = tools.reopened(returned(moved, tools.a_return(**NOTHING)))["Products"]
    for was, now in (("D6", "D7"), ("C5", "C6"), ("D7", "D8")):
        assert repr(after[now].fill) == repr(before[was].fill)
        assert repr(after[now].border) == repr(before[was].border)
        assert after[now].number_format == before[was].number_format


def test_a_book_that_lost_its_memory_still_loses_its_marks_and_its_list(books, returned, tools):
    once = returned(books["rich.xlsx"])
    parts = tools.parts_of(once)
    parts["docProps/custom.xml"] = tools.parts_of(books["rich.xlsx"])["docProps/custom.xml"]
    after = tools.reopened(returned(tools.put_together(once, parts), tools.a_return(**NOTHING)))
    assert after.sheetnames.count("Findings") == 1
    cell = after["Products"]["D6"]
    assert cell.fill.fill_type is None
    assert cell.border.left.style == cell.border.right.style
    assert "~ STK402" not in [one.value for row in after["Products"].iter_rows() for one in row]


@pytest.mark.parametrize(
    "text", ["", "no memory", "eJyrVkrKT1KyUqpWSs7PTSxKBTIKEhXSMnNSlWoBZ9gHqw==", "////", "x" * 240]
)
def test_a_memory_that_somebody_damaged_does_no_harm(text, books, returned, tools):
    once = returned(books["rich.xlsx"])
    parts = tools.parts_of(once)
    words = re.sub(
        rb'(name="campaignctl marks \d+"><vt:lpwstr[^>]*>)[^<]*',
        rb"\g<1>" + text.encode(),
        parts["docProps/custom.xml"],
    )
    parts["docProps/custom.xml"] = words
    after = tools.reopened(returned(tools.put_together(once, parts)))
    assert after["Products"]["D6"].fill.fgColor.rgb == "FFFDEEEA"


def test_a_memory_cannot_carry_markup_into_the_styles():
    evil = Look(b"<fill><script/></fill>", b'<border onload="x"/>')
    hidden = Memory("HD26", 1, {evil.code: evil}, {"Products": SheetMemory("", {"D6": evil.code})})
    read = Memory()
    read.unpack(hidden.packed())
    assert read.looks == {}
    assert read.sheets["Products"].cells == {"D6": evil.code}


def test_a_custom_property_holds_at_most_what_excel_shows(books, returned, tools):
    marks = tuple(
        Mark("Products", f"{'BCDEFG'[n % 6]}{5 + n}", Standing.ERROR, "campaignctl · WBK106 error\nBlank.")
        for n in range(2000)
    )
    path = returned(books["rich.xlsx"], tools.a_return(marks=marks))
    values = re.findall(rb"<vt:lpwstr[^>]*>([^<]*)", tools.parts_of(path)["docProps/custom.xml"])
    assert max(map(len, values)) <= 255
    assert len(values) < 60
    assert b"HD26" in values
    once_more = returned(path, tools.a_return(marks=marks))
    assert once_more.read_bytes() == path.read_bytes()


def test_sellers_words_below_a_list_that_was_moved_forward_keep_their_names(books, returned, tools):
    """Names and the front tab count sheets by their place; they stay right when a list in between is taken out."""
    once = returned(books["rich.xlsx"])
    parts = tools.parts_of(once)
    text = parts["xl/workbook.xml"].decode()
    listed = re.search(r"<sheets>(.*)</sheets>", text)[1]
    sheets = re.findall(r"<sheet .*?/>", listed)
    text = text.replace(listed, "".join([sheets[-1], *sheets[:-1]])).replace('localSheetId="1"', 'localSheetId="2"')
    parts["xl/workbook.xml"] = text.encode()
    after = tools.reopened(returned(tools.put_together(once, parts)))
    assert after.sheetnames == ["How to fill this", "Products", "Seller", "Lists", "Findings"]
    assert after["Products"].defined_names["here"].value == "Products!$B$4"
    assert "_xlnm.Print_Titles" not in after["Seller"].defined_names


def test_a_round_of_its_own_is_written_anew(books, returned, tools):
    path = returned(returned(books["rich.xlsx"]), replace(tools.a_return(), round=3))
    text = tools.parts_of(path)["docProps/custom.xml"].decode()
    assert text.count('name="campaignctl round"') == 1
    assert re.search(r'name="campaignctl round"><vt:lpwstr[^>]*>3<', text)
    assert 'name="Campaign"' in text
