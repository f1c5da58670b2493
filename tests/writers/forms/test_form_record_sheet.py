"""A record sheet says of each line what it decides and whether it is right; the campaign says where you stand."""

from dataclasses import replace

import pytest

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def test_lines_stand_under_the_heads_of_their_groups(fair):
    cells = fair.cells("Fair")
    column_b = [(address, cells[address][2]) for address in (f"B{row}" for row in range(4, 18))]
    assert column_b[:6] == [
        ("B4", "The fair"),
        ("B5", "Name *"),
        ("B6", "When"),
        ("B7", "Starts *"),
        ("B8", "Ends *"),
        ("B9", "Days"),
    ]


def test_values_hints_and_checks_stand_beside_the_name(fair):
    cells = fair.cells("Fair")
    assert (cells["C5"][2], cells["D5"][2]) == ("Garden Fair", "Stands on the posters.")
    assert cells["E5"][1] == 'IF($C$5="","▲ required",IF(LEN($C$5)>60,"▲ over 60 letters","✓ ok"))'


CHECKS = [
    ("E8", '"▲ before Starts"'),
    ("E11", '"optional"'),
    ("E14", 'IF(OR($C$13="Yes"),"▲ required","optional")'),
    ("E17", '"▲ required"'),
]


@pytest.mark.parametrize(("address", "part"), CHECKS)
def test_each_line_is_checked_by_its_declaration(fair, address, part):
    assert part in fair.cells("Fair")[address][1]


def test_a_blank_line_keeps_the_words_that_excel_would_find(fair):
    assert fair.cells("Fair")["E17"][2] == "▲ required"


def test_computed_lines_say_so_and_keep_a_known_number(fair):
    cells = fair.cells("Fair")
    assert cells["C9"][1] == "$C$8-$C$7"
    assert cells["C12"] == ("n", "", "0.01")
    assert (cells["E9"][2], cells["E12"][2]) == ("computed", "computed")


def test_where_you_stand_counts_each_sheet(fair):
    cells = fair.cells("Fair")
    assert [cells[f"G{row}"][2] for row in (4, 6, 7, 8)] == ["Where you stand", "Fair", "Offers", "People"]
    assert [cells[f"H{row}"][2] for row in (6, 7, 8)] == ["4 of 5", "3", "1"]
    assert cells["H7"][1] == "COUNTIF('Offers'!$Q$7:$Q$36,\"?*\")"


def test_an_empty_sheet_says_whether_it_must_be_filled(form, write):
    cells = write(form(offers=())).cells("Fair")
    assert (cells["H7"][2], cells["I7"][2]) == ("0", "○ to fill")


def test_the_next_command_stands_below(fair):
    assert fair.cells("Fair")["G12"][2] == "campaignctl validate"


def test_only_the_campaign_says_where_you_stand(form, write):
    whole = form()
    first = replace(whole.sheets[0], sheet=replace(whole.sheets[0].sheet, key="registration"))
    cells = write(replace(whole, sheets=(first, *whole.sheets[1:]))).cells("Fair")
    assert cells["B1"][2] == "Garden Fair"
    assert "G4" not in cells


def test_links_lead_to_the_first_cell_to_fill(fair):
    links = {node.get("ref"): node.get("location") for node in fair.sheet("Fair").iter(f"{MAIN}hyperlink")}
    assert links == {"G6": "'Fair'!C4", "G7": "'Offers'!B7", "G8": "'People'!B7"}


def test_money_carries_its_symbol_on_a_record(fair):
    assert fair.number_format("Fair", "C11") == '"$"#,##0'
