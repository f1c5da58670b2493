"""The data dictionary says of every column what its declaration says."""

from campaignctl.workbooks import DECIDE, FOLLOW_UP, REGISTRATION, SETUP, dictionary

PAGE = dictionary()
LINES = PAGE.splitlines()


def line(start: str) -> str:
    found = [each for each in LINES if each.startswith(f"| {start}<br>")]
    assert len(found) == 1, start
    return found[0]


def test_every_sheet_and_every_column_has_its_line():
    sheets = (*SETUP, *REGISTRATION, *DECIDE, *FOLLOW_UP)
    assert [each.removeprefix("### ") for each in LINES if each.startswith("### ")] == [s.name for s in sheets]
    assert sum("<br>`" in each for each in LINES) == sum(len(sheet.columns) for sheet in sheets)


def test_every_line_has_as_many_cells_as_the_heading():
    table = [each.replace("\\|", "") for each in LINES if each.startswith("|")]
    assert {each.count("|") for each in table} == {9}


def test_a_condition_is_said_in_the_names_of_the_sheet():
    assert "| if Applies to is Category, Seller, Livestream |" in line("Which")
    assert "| if Reply is blank, Invited," in next(each for each in LINES if "`contact_email`" in each)


def test_limits_defaults_and_examples_are_said_in_words():
    assert "| percent, 0–100 % | yes |" in line("Seller pays")
    assert "| 70 % |" in line("Seller pays")
    assert "default Registered SKUs" in line("GMV counts")
    assert "int, ≥ 1, or No limit" in next(each for each in LINES if "`per_buyer`" in each)
    assert "| from Livestreams |" in next(each for each in LINES if "`stream_id`" in each and "choice" in each)
    assert "restricted" in line("Floor price")
    assert line("Unit cost (not in the form)")
    assert line("Max discount ▸")


def test_the_lists_that_a_team_may_edit_stand_at_the_end():
    assert "- **Tiers**: Key account · Growth · Long tail" in LINES
