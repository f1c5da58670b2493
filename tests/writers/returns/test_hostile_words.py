"""Words from outside stay words: in the list, in notes, in the findings column, in a custom property."""

import re

import pytest
from lxml import etree

from campaignctl.domain.returns import Beside, Line, Mark, Standing, key_of

HOSTILE = {
    "a formula": "=1+1",
    "a command": "=cmd|' /C calc'!A0",
    "markup": "</t></is></c><script>alert(1)</script>",
    "the end of a script": "</script>",
    "an entity": "&lt;b&gt; &#x41; &amp;",
    "quotes": "\"quoted\" and 'quoted'",
    "control characters": "a\x00b\x01c\x08d\x0be\x1ff\x7fg",
    "spelled control characters": "_x0000_ _x000D_ _xFFFF_",
    "no characters": "\ufffe\uffff\ud800",
    "lines": "one\ntwo\r\nthree\ttabbed",
    "right to left": "\u202eevil\u202c \u05e9\u05dc\u05d5\u05dd",
    "emoji": "👩‍👩‍👧 sale 🎉",
    "percent signs": "%s %d %(x)s %b",
    "backslashes": r"\1 \g<0> \x41",
    "very long": "x" * 40_000,
    "very long markup": "<&" * 30_000,
    "a link": "https://evil.example/?a=1&b=2",
    "blanks": "   ",
}


def said(text):
    """Return text as a workbook can hold it."""
    kept = "".join(
        letter for letter in text if letter in "\n\t" or letter.isprintable() or letter in "\u202e\u202c\u200d"
    )
    return kept[:32_767]


@pytest.fixture(params=list(HOSTILE))
def words(request):
    return HOSTILE[request.param]


def hostile(words, tools):
    line = Line(Standing.ERROR, "Products", "D6", words[:40], words, words, words, words, key_of((words,) * 6), words)
    return tools.a_return(
        title=words,
        context=words,
        lines=(line,),
        marks=(Mark("Products", "D6", Standing.ERROR, f"campaignctl · SKU204 error\n{words}"),),
        besides=(Beside("Products", 4, "Findings of 13 Nov", ((5, Standing.ERROR, words),)),),
        footer=(words,),
        campaign=words,
    )


def test_hostile_words_become_no_formula_no_markup_and_no_link(words, books, returned, tools):
    path = returned(books["rich.xlsx"], hostile(words, tools))
    parts = tools.parts_of(path)
    for name, text in parts.items():
        if name.endswith((".xml", ".rels")):
            root = etree.fromstring(text)
            assert not root.findall(".//{*}script"), name
    listed = etree.fromstring(parts["xl/worksheets/campaignctl-findings.xml"])
    assert not listed.findall(".//{*}f")
    assert [link.get("location") for link in listed.iter("{*}hyperlink")] == ["'Products'!D6"]
    tools.reopened(path)


def test_hostile_words_are_read_back_as_they_were(words, books, returned, tools):
    from python_calamine import CalamineWorkbook

    path = returned(books["rich.xlsx"], hostile(words, tools))
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_name("Findings").to_python(skip_empty_area=False)
    if len(words) < 1000 and words.isprintable():
        assert sheet[0][1] == words
        assert sheet[6][5] == words
        note = tools.reopened(path)["Products"]["D6"].comment.text
        assert re.sub(r"_x005F_", "_", note).endswith(words)


def test_no_text_is_longer_than_a_cell_takes(words, books, returned, tools):
    parts = tools.parts_of(returned(books["rich.xlsx"], hostile(words, tools)))
    listed = etree.fromstring(parts["xl/worksheets/campaignctl-findings.xml"])
    assert max(len(text.text or "") for text in listed.iter("{*}t")) <= 32_767


def test_a_book_full_of_hostile_words_returned_three_times_equals_one_returned_once(words, books, returned, tools):
    once = returned(books["with notes.xlsx"], hostile(words, tools))
    assert returned(once, hostile(words, tools)).read_bytes() == once.read_bytes()


@pytest.mark.parametrize("name", ["Q1 & Q2", "Seller's own", "=1+1", "Ünïcödé 商品", "a 'quoted' \"one\"", "<b>"])
def test_a_sheet_with_a_strange_name_is_linked_and_marked(name, tmp_path, returned, tools):
    import xlsxwriter

    source = tmp_path / "strange.xlsx"
    with xlsxwriter.Workbook(source) as book:
        book.add_worksheet(name).write_row(3, 1, ["SKU ID", "Stock"])
    line = Line(Standing.ERROR, name, "C5", "WBK106", "", "Stock is blank.", "Fill Stock.", "new")
    mark = Mark(name, "C5", Standing.ERROR, "campaignctl · WBK106 error\nStock is blank.")
    once = returned(source, tools.a_return(lines=(line,), marks=(mark,), besides=()))
    book = tools.reopened(once)
    assert book[name]["C5"].fill.fgColor.rgb == "FFFDEEEA"
    assert book["Findings"]["C7"].hyperlink.location == "'" + name.replace("'", "''") + "'!C5"
    assert returned(once, tools.a_return(lines=(line,), marks=(mark,), besides=())).read_bytes() == once.read_bytes()
