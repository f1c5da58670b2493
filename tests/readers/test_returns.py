"""A workbook that comes back: its list is read for answers only, its findings column for nothing."""

import pytest

from campaignctl.domain.returns import HEADINGS, Answer, is_column_heading, key_of
from campaignctl.readers.books import raw_sheets
from campaignctl.readers.grid import Grid
from campaignctl.readers.returns import answers, without_lists
from campaignctl.workbooks import REGISTRATION

IDENTITY = ("SKU204", "S-001", "1729500011223344501", "HD26-01", "", "Campaign price")


def list_of(*rows, headings=HEADINGS, name="Findings"):
    above = [["", "2 cells to mend"], [], [], [], []]
    return Grid(name, [*above, ["", *headings], *rows])


def line(answer, key=None, code="SKU204"):
    return [
        "",
        "▲ error",
        "Products!K7",
        code,
        "12.30",
        "Too dear.",
        "Lower it.",
        "new",
        answer,
        key or key_of(IDENTITY),
    ]


@pytest.mark.parametrize(
    ("said", "answer", "words"),
    [
        ("Fixed", Answer.FIXED, ""),
        (" meant SO ", Answer.MEANT, ""),
        ("Question", Answer.QUESTION, ""),
        ("Which price do you mean?", Answer.QUESTION, "Which price do you mean?"),
        ("=1+1", Answer.QUESTION, "=1+1"),
        ("x" * 5000, Answer.QUESTION, "x" * 1000),
    ],
)
def test_an_answer_is_tied_to_its_finding(said, answer, words):
    (found,) = answers("registrations/s-001.xlsx", [list_of(line(said))])
    assert (found.identity, found.answer, found.words) == (IDENTITY, answer, words)
    assert found.file == "registrations/s-001.xlsx"


def test_nobody_answers_for_another_seller():
    rows = [list_of(line("Fixed"), line("Fixed", key_of(("SKU204", "S-002", *IDENTITY[2:]))))]
    assert [one.identity[1] for one in answers("f", rows, ["S-001"])] == ["S-001"]


@pytest.mark.parametrize("blank", ["", "   ", "\u00a0"])
def test_a_line_without_an_answer_says_nothing(blank):
    assert answers("f", [list_of(line(blank))]) == ()


@pytest.mark.parametrize("key", ["", "[]", "not a key", '["too","few"]', "[1,2,3,4,5,6]", '{"a":1}', "[" * 9000])
def test_an_answer_whose_key_was_lost_is_tied_to_nothing(key):
    row = line("Fixed")
    row[-1] = key
    assert answers("f", [list_of(row)]) == ()


def test_answers_survive_sorting_moving_and_a_column_that_was_deleted():
    other = (*IDENTITY[:-1], "Stock")
    headings = [word for word in HEADINGS if word != "Since"]
    rows = [line("Meant so", key_of(other)), [], line("Fixed")]
    rows = [row[:7] + row[8:] if row else row for row in rows]
    found = answers("f", [list_of(*rows, headings=headings, name="Findings 2")])
    assert [(one.identity, one.answer) for one in found] == [(other, Answer.MEANT), (IDENTITY, Answer.FIXED)]


def test_a_sheet_findings_of_the_sellers_own_is_no_list_of_ours():
    own = Grid("Findings", [["Severity", "Value found"], ["high", "12"]])
    assert answers("f", [own]) == ()
    assert without_lists([own, list_of(line("Fixed"))]) == (own,)


def test_neither_the_list_nor_the_findings_column_is_read_as_data():
    products = Grid(
        "Products",
        [
            ["Promotion ID", "SKU ID", "Product name", "Stock", "My note", "Findings of 13 Nov"],
            ["HD26-01", "1729500011223344501", "Serum", 10, "blue", "▲ SKU204 too dear"],
        ],
    )
    found = raw_sheets([products, list_of(line("Fixed"))], REGISTRATION)
    assert list(found) == ["sku_lines"]
    assert found["sku_lines"].rows == [2]
    assert found["sku_lines"].extras == {"My note": 4}


@pytest.mark.parametrize(
    ("heading", "ours"),
    [
        ("Findings", True),
        ("Findings of 13 Nov", True),
        ("Findings of 3 Nov 2026", True),
        (" Findings of 13 Nov ", True),
        ("Findings of the audit", False),
        ("My findings of 13 Nov", False),
        ("findings of 13 Nov", False),
    ],
)
def test_our_column_is_known_by_its_heading(heading, ours):
    assert is_column_heading(heading) is ours
