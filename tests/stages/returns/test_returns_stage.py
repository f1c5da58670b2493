"""What goes back to whom: each seller their own workbook, what is new, still open, fixed and answered in it."""

from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
import pytest

from campaignctl.domain.findings import About, Finding, Severity
from campaignctl.domain.observations import Place
from campaignctl.domain.registrations import Reply
from campaignctl.domain.returns import Answer, Answered, Cure, Mended, Standing
from campaignctl.domain.rounds import State, Tracked
from campaignctl.readers.campaign_folder import read_folder
from campaignctl.rules.case import case_of
from campaignctl.stages.returns import Occasion, as_new, returns_of

FERN, DEWLINE = "registrations/s-001-fern-clay.xlsx", "registrations/s-002-dewline-skin.xlsx"
FRIDAY = datetime(2026, 11, 13, 17, 10, tzinfo=UTC)


@pytest.fixture(scope="module")
def material():
    from pathlib import Path

    from campaignctl.folder.files import find

    return read_folder(find(Path(__file__).parents[3] / "examples" / "harvest-deals"))


@pytest.fixture(scope="module")
def campaign(material):
    return case_of(material).campaign


def found(code="SKU204", cell="K8", severity=Severity.ERROR, *, file=FERN, sheet="Products", seller="S-001", **more):
    row = int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) if cell else None
    place = Place(file, sheet, row, "Campaign price", cell)
    words = {"value": "12.30", "message": "deal 12.30 is not below 11.60", "fix": "Lower it"} | more
    return Finding(code, "deal-above-low", severity, place, about=About(seller, f"sku-{cell}"), **words)


def new(*findings):
    return as_new(findings)


def standings(made):
    return [line.standing for line in made.lines]


def test_each_workbook_with_an_open_finding_goes_back_under_its_sellers_id(campaign, material):
    tracked = new(found(), found(file=DEWLINE, seller="S-002"), found(file="campaign.xlsx", sheet="Promotions"))
    made = returns_of(campaign, material, tracked, Occasion())
    assert [(one.name, one.source) for one in made] == [
        ("campaign", "campaign.xlsx"),
        ("S-001", FERN),
        ("S-002", DEWLINE),
    ]


def test_nobody_sees_a_finding_of_another_workbook(campaign, material):
    tracked = new(found(), found(file=DEWLINE, seller="S-002", message="secret of Dewline"))
    fern, _ = returns_of(campaign, material, tracked, Occasion())
    assert "secret" not in repr(fern)


def test_errors_come_first_then_warnings_notes_what_was_mended_and_what_is_fixed(campaign, material):
    tracked = (
        *new(found(cell="K7", severity=Severity.NOTE), found(cell="K8", severity=Severity.WARNING), found(cell="K9")),
        Tracked(found(cell="K10"), State.FIXED, 1),
    )
    cure = Cure(FERN, "M7", 1200, "General")
    mended = (Mended(Place(FERN, "Products", 7, "Stock", "M7"), cure, "1,200", "Stock: text.", "Now 1,200."),)
    (made,) = returns_of(campaign, material, tracked, Occasion(FRIDAY, 2), mended)
    assert standings(made) == [Standing.ERROR, Standing.WARNING, Standing.NOTE, Standing.MENDED, Standing.FIXED]
    assert made.cures == (cure,)


def test_since_tells_new_from_still_open_and_fixed(campaign, material):
    tracked = (
        Tracked(found(cell="K7"), State.NEW, 3),
        Tracked(found(cell="K8"), State.OPEN, 1),
        Tracked(found(cell="K9"), State.FIXED, 1),
    )
    (made,) = returns_of(campaign, material, tracked, Occasion(FRIDAY, 3))
    assert [line.since for line in made.lines] == ["new", "round 1, open", "fixed"]
    assert [(tile.number, tile.words) for tile in made.tiles[:3]] == [
        ("2", "▲ errors: must be mended"),
        ("0", "~ warnings: please look"),
        ("1", "✓ fixed since round 2"),
    ]


def test_a_fixed_finding_is_listed_in_the_workbook_that_its_seller_has_now(campaign, material):
    tracked = (*new(found()), Tracked(found(file="registrations/old name.xlsx", cell="K9"), State.FIXED, 1))
    (made,) = returns_of(campaign, material, tracked, Occasion(FRIDAY, 2))
    assert made.source == FERN
    assert standings(made) == [Standing.ERROR, Standing.FIXED]


def test_a_workbook_in_which_all_is_fixed_gets_no_return(campaign, material):
    assert returns_of(campaign, material, (Tracked(found(), State.FIXED, 1),), Occasion(FRIDAY, 2)) == ()


@pytest.mark.parametrize(
    ("tracked", "title"),
    [
        (new(found()), "1 cell to mend before you can be confirmed"),
        (new(found(), found(code="SKU201"), found(cell="K9")), "2 cells to mend before you can be confirmed"),
        (new(found(severity=Severity.WARNING)), "Nothing must be mended; 1 cell to look at"),
        (new(found(severity=Severity.NOTE)), "Nothing must be mended"),
        (new(found(file="campaign.xlsx", sheet="Promotions")), "1 cell to mend before launch"),
    ],
)
def test_the_title_says_what_remains(campaign, material, tracked, title):
    assert returns_of(campaign, material, tracked, Occasion())[0].title == title


def test_context_and_footer_name_the_shop_the_deadline_and_whom_to_ask(campaign, material):
    (made,) = returns_of(campaign, material, new(found()), Occasion(FRIDAY, 2))
    closes = pd.Timestamp(material.frames["campaign"]["registration_closes"].iloc[0]).tz_convert(campaign.zone)
    until = f"{closes:%a} {closes.day} {closes:%b %Y %H:%M} PT"
    checked = "Fern & Clay (S-001) · checked Fri 13 Nov 2026 09:10 PT, round 2"
    assert made.context == f"{checked} · was due {until}"
    (early,) = returns_of(campaign, material, new(found()), Occasion(round=2))
    assert early.context == f"Fern & Clay (S-001) · round 2 · please return by {until}"
    owner = material.frames["campaign"]["owner"].iloc[0]
    assert f"Questions: {owner}, " in made.footer[0]


def test_products_without_an_error_are_counted_as_ready(campaign, material):
    rows = int(material.frames["sku_lines"]["file"].eq(FERN).sum())
    tracked = new(found(cell="K7"), found(cell="M7"), found(cell="K8", severity=Severity.WARNING))
    (made,) = returns_of(campaign, material, tracked, Occasion())
    assert (made.tiles[3].number, made.tiles[3].words) == (f"{rows - 1} of {rows}", "products are ready")


def test_errors_and_warnings_are_marked_notes_and_whole_sheets_are_only_listed(campaign, material):
    tracked = new(found(cell="K7"), found(cell="K8", severity=Severity.NOTE), found(cell=""))
    (made,) = returns_of(campaign, material, tracked, Occasion())
    assert [(mark.sheet, mark.cell) for mark in made.marks] == [("Products", "K7")]
    assert made.marks[0].note == "campaignctl · SKU204 error\nDeal 12.30 is not below 11.60.\nFix: Lower it."
    assert len(made.lines) == 3


def test_the_findings_column_speaks_of_every_row_and_of_the_worst_first(campaign, material):
    tracked = new(found(cell="K8", severity=Severity.WARNING), found(cell="M8", code="SKU302"))
    (made,) = returns_of(campaign, material, tracked, Occasion(FRIDAY))
    (beside,) = made.besides
    told = {row: (standing, words) for row, standing, words in beside.rows}
    assert beside.heading == "Findings of 13 Nov"
    assert told[8] == (Standing.ERROR, "▲ SKU302 deal above low; ~ SKU204 deal above low")
    assert told[7] == (Standing.CLEAR, "✓ no finding")
    assert told[5] == (None, "filled by campaignctl")


def test_a_finding_on_a_sheet_with_one_record_makes_no_column(campaign, material):
    (made,) = returns_of(campaign, material, new(found(sheet="Seller", cell="C9")), Occasion())
    assert made.besides == ()


def test_a_cure_settles_the_finding_that_a_number_is_text(campaign, material):
    tracked = new(found(code="WBK201", cell="M7", severity=Severity.NOTE), found(code="SKU302", cell="M7"))
    mended = (
        Mended(
            Place(FERN, "Products", 7, "Stock", "M7"), Cure("Products", "M7", 0, "General"), "0 ", "Text.", "Now 0."
        ),
    )
    (made,) = returns_of(campaign, material, tracked, Occasion(), mended)
    assert [line.code for line in made.lines] == ["SKU302", ""]


@pytest.mark.parametrize(
    ("answer", "words", "shown"),
    [(Answer.MEANT, "", "Meant so"), (Answer.QUESTION, "Per unit?", "Per unit?"), (Answer.FIXED, "", "")],
)
def test_an_answer_stands_again_unless_it_says_that_what_is_open_was_fixed(campaign, material, answer, words, shown):
    told = replace(material, answers=(Answered(FERN, found().identity, answer, words),))
    (made,) = returns_of(campaign, told, new(found()), Occasion())
    assert made.lines[0].answer == shown


def test_a_file_with_replies_of_several_sellers_goes_back_to_whoever_sent_it(campaign, material):
    replies = tuple(Reply(FERN, seller, matched_by="console") for seller in ("S-001", "S-002"))
    (made,) = returns_of(campaign, replace(material, replies=replies), new(found()), Occasion())
    assert made.name == "s-001-fern-clay"
    assert made.context == "2 sellers"


def test_a_reply_that_a_newer_one_stands_for_is_not_returned(campaign, material):
    replies = (Reply(FERN, "S-001", counts=False, aside="an older reply"), Reply(DEWLINE, "S-001"))
    tracked = new(found(), found(file=DEWLINE))
    made = returns_of(campaign, replace(material, replies=replies), tracked, Occasion())
    assert [(one.name, one.source) for one in made] == [("S-001", DEWLINE)]


def test_two_workbooks_of_one_seller_do_not_overwrite_each_other(campaign, material):
    replies = (Reply(FERN, "S-001"), Reply(DEWLINE, "S-001"))
    tracked = new(found(), found(file=DEWLINE))
    made = returns_of(campaign, replace(material, replies=replies), tracked, Occasion())
    assert [one.name for one in made] == ["S-001", "S-001 2"]


def test_a_file_that_was_not_read_is_sealed(campaign, material):
    (made,) = returns_of(
        campaign, material, new(found(file="registrations/cut-off.xlsx", sheet="", cell="")), Occasion()
    )
    assert made.sealed == "could not be read"
    assert (made.name, made.marks, made.besides) == ("cut-off", (), ())


def test_very_many_findings_are_cut_and_it_is_said(campaign, material):
    one = found()
    many = new(*(replace(one, place=replace(one.place, row=row, cell=f"K{row}")) for row in range(7, 21_007)))
    (made,) = returns_of(campaign, material, many, Occasion())
    assert (len(made.lines), len(made.marks)) == (20_000, 10_000)
    assert "The first 20,000 of 21,000 findings are listed." in made.footer
    assert "The first 10,000 cells are coloured." in made.footer


def test_very_long_words_are_cut(campaign, material):
    (made,) = returns_of(
        campaign, material, new(found(message="x" * 40_000, fix="y" * 40_000, value="z" * 40_000)), Occasion()
    )
    assert len(made.marks[0].note) < 1_200
    assert max(map(len, (made.lines[0].value, made.lines[0].message, made.lines[0].fix))) <= 1_500


def test_an_address_or_a_code_that_begins_a_sentence_keeps_its_letters(campaign, material):
    told = [
        found(cell="K8", value="kim@shop.example", message="kim@shop.example is the contact e-mail too"),
        found(cell="K9", value="spring", message="spring already stands in row 7"),
        found(cell="K10", value="9.00", message="deal 9.00 is too low"),
    ]
    (made,) = returns_of(campaign, material, new(*told), Occasion())
    assert sorted(line.message for line in made.lines) == [
        "Deal 9.00 is too low.",
        "kim@shop.example is the contact e-mail too.",
        "spring already stands in row 7.",
    ]


def test_a_seller_who_may_withdraw_a_line_reads_how(campaign, material):
    how = "To withdraw a line, choose Withdraw in its column Line; do not delete the row."
    (lower,) = returns_of(campaign, material, new(found()), Occasion())
    (either,) = returns_of(campaign, material, new(found(fix="Lower it, or withdraw the line.")), Occasion())
    assert how not in lower.footer
    assert how in either.footer
