"""A list sheet stands as the house style draws it: groups, headings, hints, example, then the rows to fill."""

from datetime import UTC, datetime

import pytest

from campaignctl.domain.forms import Column, FilledSheet, Form, Sheet, Type

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def columns(written, tab):
    """Return (hidden, level, collapsed) by 1-based column."""
    found = {}
    for node in written.sheet(tab).iter(f"{MAIN}col"):
        for at in range(int(node.get("min")), int(node.get("max")) + 1):
            found[at] = (node.get("hidden") == "1", node.get("outlineLevel", "0"), node.get("collapsed") == "1")
    return found


def test_headings_stand_in_row_four_with_a_star_when_required(fair):
    cells = fair.cells("Offers")
    assert [cells[f"{letter}4"][2] for letter in "BCDEQ"] == [
        "ID *",
        "Title *",
        "Tool *",
        "Kind of value",
        "Quick check",
    ]


def test_hints_and_example_are_marked_so_that_readers_skip_them(fair):
    cells = fair.cells("Offers")
    assert (cells["A5"][2], cells["B5"][2]) == ("hint", "own code")
    assert (cells["A6"][2], cells["B6"][2], cells["Q6"][2]) == ("e.g.", "GF-01", "example, not read")


def test_a_group_word_stands_once_over_its_columns(fair):
    cells = fair.cells("Offers")
    assert {address: cells[address][2] for address in ("B3", "G3", "I3", "K3")} == {
        "B3": "What",
        "G3": "When",
        "I3": "Who pays",
        "K3": "Limits",
    }
    assert "C3" not in cells


def test_columns_that_are_not_in_the_form_are_left_out(fair):
    headings = [kept for address, (_, _, kept) in fair.cells("Offers").items() if address.endswith("4")]
    assert "Cost" not in headings


def test_folded_columns_are_hidden_in_a_closed_outline_and_announced(fair):
    found = columns(fair, "Offers")
    assert [at for at, (hidden, _, _) in found.items() if hidden] == [14, 15]
    assert [at for at, (_, level, _) in found.items() if level == "1"] == [14, 15]
    assert [at for at, (_, _, collapsed) in found.items() if collapsed] == [16]
    assert fair.cells("Offers")["Q3"][2] == "+ at the top opens 2 more columns"


def test_the_quick_check_is_the_last_column_wherever_it_was_declared(write):
    columns = (
        Column("Quick check", "quick_check", Type.COMPUTED, formula='=IF({name}="","","✓ ok")'),
        Column("Name", "name", Type.TEXT),
    )
    sheet = FilledSheet(Sheet("Odd", "odd", columns, rows=2))
    cells = write(Form("odd", "Odd", "", "USD", "UTC", (sheet,))).cells("Odd")
    assert (cells["B4"][2], cells["C4"][2]) == ("Name", "Quick check")
    assert cells["C8"][1] == '_xlfn.IFNA(IF($B8="","","✓ ok"),"▲ a cell holds #N/A")'


def test_formulas_stand_in_every_ready_row_with_an_empty_kept_value(fair):
    cells = fair.cells("Offers")
    assert {cells[f"Q{row}"][2] for row in range(7, 37)} == {""}
    assert cells["J36"] == ("n", 'IF(ISNUMBER($I36),1-$I36,"")', "")
    assert "Q37" not in cells


def test_a_computed_value_that_is_known_is_kept_beside_its_formula(fair):
    assert fair.cells("Offers")["J7"] == ("n", 'IF(ISNUMBER($I7),1-$I7,"")', "0.3")


def test_the_sub_title_counts_the_rows_in_use(fair):
    kind, formula, kept = fair.cells("Offers")["B2"]
    assert kept == 'Garden (G) "fair" · times in UTC · 3 of 30 rows used'
    assert kind == "str"
    assert 'COUNTIF($Q$7:$Q$36,"?*")' in formula


def test_without_a_quick_check_the_first_column_counts_the_rows(fair):
    assert fair.cells("People")["B2"][1:] == (
        '"Who is who. · "&COUNTA($B$7:$B$11)&" of 5 rows used"',
        "Who is who. · 1 of 5 rows used",
    )


def test_more_rows_than_the_sheet_foresees_all_find_their_place(form, write):
    written = write(form(tuple({"id": f"GF-{number}", "title": "x"} for number in range(70))))
    cells = written.cells("Offers")
    assert cells["B76"][2] == "GF-69"
    assert cells["Q76"][1]
    assert "B7:B76" in written.validations("Offers")


def test_the_number_of_ready_rows_can_be_asked_for(form, write):
    assert "B7:B11" in write(form((), capacity=5)).validations("Offers")


def test_headings_and_the_name_stay_in_sight(fair):
    pane = fair.sheet("Offers").find(f".//{MAIN}pane")
    assert (pane.get("ySplit"), pane.get("xSplit"), pane.get("topLeftCell")) == ("6", "3", "D7")


def test_inputs_are_free_and_computed_cells_are_locked(fair):
    root, styles = fair.sheet("Offers"), fair.part("xl/styles.xml")
    formats = styles.find(f"{MAIN}cellXfs")

    def locked(address):
        style = next(int(cell.get("s")) for cell in root.iter(f"{MAIN}c") if cell.get("r") == address)
        protection = formats[style].find(f"{MAIN}protection")
        return protection is None or protection.get("locked") != "0"

    assert [address for address in ("B7", "B36", "B6", "J7", "Q7", "B4") if locked(address)] == ["J7", "Q7", "B4"]


def test_a_sheet_without_folds_is_protected_but_may_be_sorted_and_widened(fair):
    protection = fair.sheet("People").find(f"{MAIN}sheetProtection")
    allowed = ("formatColumns", "formatRows", "insertRows", "sort", "autoFilter")
    assert {protection.get(name) for name in allowed} == {"0"}
    assert protection.get("password") is None


def test_a_sheet_with_folds_is_open_because_excel_opens_no_outline_on_a_locked_sheet(fair):
    assert fair.sheet("Offers").find(f"{MAIN}sheetProtection") is None
    assert fair.validations("Offers")["J7:J36"].findtext(f"{MAIN}formula1") == "FALSE"


def test_it_prints_one_page_wide_with_its_headings_on_every_page(fair):
    root = fair.sheet("Offers")
    assert root.find(f"{MAIN}pageSetup").get("orientation") == "landscape"
    assert root.find(f"{MAIN}pageSetup").get("fitToHeight") == "0"
    assert root.find(f".//{MAIN}oddFooter").text == "&L&9&F · &A&R&9page &P of &N"
    assert {node.get("left") for node in root.iter(f"{MAIN}pageMargins")} == {"0.3"}
    titles = [n.text for n in fair.part("xl/workbook.xml").iter(f"{MAIN}definedName") if "Titles" in n.get("name")]
    assert titles == ["Offers!$3:$4", "People!$3:$4"]


def conditions(written, tab, place):
    nodes = [n for n in written.sheet(tab).iter(f"{MAIN}conditionalFormatting") if n.get("sqref") == place]
    return [rule.findtext(f"{MAIN}formula") for node in nodes for rule in node]


@pytest.mark.parametrize(
    ("place", "part"),
    [
        ("B7:B36", "ISNUMBER($B7)"),
        ("B7:B36", 'AND($B7="",$Q7<>"",TRUE)'),
        ("C7:C36", "LEN($C7)>50"),
        ("F7:F36", 'AND($F7="",$Q7<>"",OR($E7="Percent off",$E7="Amount off"))'),
        ("H7:H36", "$H7+(MOD($H7,1)=0)<=$G7"),
        ("I7:I36", "OR($I7<0,$I7>1)"),
        ("L7:L36", 'NOT(ISNUMBER($L7)),$L7<>"No limit"'),
        ("Q7:Q36", 'LEFT(Q7,1)="▲"'),
    ],
    ids=["id", "required", "length", "if", "ends", "range", "words", "verdict"],
)
def test_colour_follows_what_can_never_be_right(fair, place, part):
    assert any(part in condition for condition in conditions(fair, "Offers", place))


def test_a_value_is_shown_as_percent_or_money_by_its_kind_in_the_example_too(fair):
    shown = conditions(fair, "Offers", "F6:F36")
    assert shown[0].startswith('AND(ISNUMBER($F6),LEFT($E6,7)="Percent",ABS($F6)<=1,')
    assert shown[-1] == 'AND(ISNUMBER($F6),$E6<>"")'


def test_a_start_that_may_be_words_shows_its_dates_as_dates(write):
    column = Column("Start", "start", Type.TEXT, example="L-10d")
    rows = ({"start": "L-10d"}, {"start": datetime(2026, 6, 1, 9, 0, tzinfo=UTC)})
    sheet = FilledSheet(Sheet("Plan", "plan", (column,), rows=3), rows)
    written = write(Form("p", "P", "", "USD", "UTC", (sheet,)))
    assert written.number_format("Plan", "B8") == "ddd d mmm yyyy hh:mm"
    assert written.cells("Plan")["B7"] == ("s", "", "L-10d")
