"""Validation refuses what can never be right, and says what is wrong, what is allowed, and an example."""

from dataclasses import replace

import pytest

from campaignctl.domain.forms import Column, FilledSheet, Form, Sheet, Type

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
OFFERS = [
    ("C", "textLength", ["50"], "Title takes at most 50 characters. Example: Bulbs."),
    ("D", "list", ["list_3_profile_tools"], "Tool takes a word of its list: Flash deal, Coupon. Example: Flash deal."),
    (
        "G",
        "date",
        ["36526", "73051"],
        "Starts takes a date and a time between 2000 and 2100. Example: Thu 4 Jun 2026 09:00.",
    ),
    ("I", "decimal", ["0", "1"], "Seller pays takes a share from 0 % to 100 %. Example: 70 %."),
    ("M", "decimal", ["0", "5"], "Score takes a number from 0 to 5."),
    ("N", "date", ["36526", "73051"], "Due takes a date between 2000 and 2100. Example: Wed 20 May 2026."),
    (
        "L",
        "custom",
        ['OR(IF(ISNUMBER($L7),AND($L7>=1,$L7<=1000000000000000,INT($L7)=$L7),FALSE),$L7="No limit")'],
        "Per buyer takes a whole number of 1 or more, or No limit. Example: 2.",
    ),
    (
        "K",
        "custom",
        ['OR(IF(ISNUMBER($K7),AND($K7>=0,$K7<=1000000000000000),FALSE),$K7="None")'],
        "Min. spend takes a number of 0 or more, or None.",
    ),
]


@pytest.mark.parametrize(("letter", "kind", "formulas", "message"), OFFERS, ids=[case[0] for case in OFFERS])
def test_a_column_refuses_by_its_type_and_range(fair, letter, kind, formulas, message):
    rule = fair.validations("Offers")[f"{letter}7:{letter}36"]
    assert (rule.get("type"), [node.text for node in rule]) == (kind, formulas)
    assert rule.get("error") == message
    assert rule.get("errorStyle") is None  # stop


def test_the_input_message_is_the_name_and_the_hint(fair):
    rule = fair.validations("Offers")["K7:K36"]
    assert (rule.get("promptTitle"), rule.get("prompt")) == ("Min. spend", "Or None.")


def test_a_hint_that_only_says_list_becomes_a_sentence(fair):
    assert fair.validations("Offers")["D7:D36"].get("prompt") == "Choose from the list."


def test_a_cell_for_several_words_has_no_drop_down(fair):
    assert "O7:O36" not in fair.validations("Offers")


def test_a_live_list_asks_before_it_takes_a_stranger(fair):
    rule = fair.validations("Fair")["C16"]
    assert (rule.get("type"), rule.get("errorStyle"), rule.findtext(f"{MAIN}formula1")) == (
        "list",
        "warning",
        "live_contacts",
    )


def test_a_live_list_grows_with_its_sheet(fair):
    area = "'People'!$B$7:$B$11"
    assert fair.names()["live_contacts"] == f"'People'!$B$7:INDEX({area},MAX(1,COUNTA({area})))"


def test_the_words_of_fixed_lists_stand_on_a_hidden_sheet(fair):
    tabs = {tab.get("name"): tab.get("state") for tab in fair.part("xl/workbook.xml").iter(f"{MAIN}sheet")}
    assert tabs["Lists"] == "hidden"
    assert fair.names()["list_3_profile_tools"] == "'Lists'!$B$2:$B$3"
    assert [fair.cells("Lists")[address][2] for address in ("B2", "B3")] == ["Flash deal", "Coupon"]


def test_a_list_without_words_leaves_the_cell_free(form, write):
    written = write(replace(form(), lists={}))
    assert written.validations("Offers")["D7:D36"].get("type") is None


def test_words_of_a_sheet_outside_the_form_are_a_fixed_list(write):
    column = Column("Promotion ID", "promotion_id", Type.CHOICE, choices_from="sheet:promotions")
    sheet = FilledSheet(Sheet("Products", "sku_lines", (column,), rows=2))
    whole = Form("r", "R", "", "USD", "UTC", (sheet,), lists={"sheet:promotions": ("HD26-01",)})
    rule = write(whole).validations("Products")["B7:B8"]
    assert (rule.get("type"), rule.get("errorStyle")) == ("list", None)


def test_messages_never_outgrow_what_excel_takes(write):
    column = Column(
        "A name of a column that is far too long for a title",
        "long",
        Type.CHOICE,
        choices=tuple(f"a rather long choice {number}" for number in range(60)),
        hint="h" * 400,
        example="a rather long choice 1",
    )
    rule = write(Form("r", "R", "", "USD", "UTC", (FilledSheet(Sheet("S", "s", (column,), rows=2)),))).validations("S")
    attributes = rule["B7:B8"].attrib
    assert max(len(attributes["promptTitle"]), len(attributes["errorTitle"])) <= 32
    assert max(len(attributes["prompt"]), len(attributes["error"])) <= 255
    assert attributes["prompt"].endswith("…")
