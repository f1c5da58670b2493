"""What the last report asked for stands in the next one, with what people noted of it in workbooks of their own."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import openpyxl
import pytest

from campaignctl.domain.earlier import Action
from campaignctl.domain.noted import Noted, noted_of
from campaignctl.domain.tables import Mark
from campaignctl.readers.cells import Reading
from campaignctl.readers.decisions import decision_book
from campaignctl.stages.report import asked_for, follow_up, report, vocabulary
from campaignctl.writers.forms import write_form

NOV_22, NOV_28 = datetime(2026, 11, 22, 12, tzinfo=UTC), datetime(2026, 11, 28, 12, tzinfo=UTC)
"""While the campaign ran, and when it was over."""
GONE = Action("▼ lost", "Old", "Something that went", "Mend it")


@cache
def seen(build):
    """A loss and a success that the report of the campaign tells."""
    asked = asked_for(report(build()))
    loss = next(one for one in asked if one.kind.startswith("▼"))
    return loss, next(one for one in asked if one.kind.startswith("▲"))


def section(build, asked, **noted):
    """The next report's section on what was asked."""
    notes = {one.id: Noted(*noted[key]) for key, one in asked.items() if key in noted}
    notes |= {key: Noted(*note) for key, note in noted.items() if key not in asked}
    inputs = build(asked=tuple(asked.values()), asked_on=build().as_of, noted=notes)
    document = report(inputs)
    columns = [column.key for column in document.part("actions").columns]
    assert columns == [key for key in vocabulary().tables["actions"] if key in columns]
    return document, document.section("actions")


def told(document):
    table = document.part("actions")
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in table.rows]


@pytest.mark.parametrize(
    ("status", "of_the_loss", "of_the_success", "of_what_went"),
    [
        ("Done", "still seen although marked done", "done", "done"),
        ("Dropped", "dropped, still seen", "dropped, still seen", "dropped"),
        ("Still open", "still open", "still open", "no longer seen"),
    ],
)
def test_a_note_stands_beside_what_the_data_show(build, status, of_the_loss, of_the_success, of_what_went):
    loss, success = seen(build)
    note = (status, "Ines Roth", NOV_22, "new price")
    document, _ = section(build, {"a": loss, "b": success, "c": GONE}, a=note, b=note, c=note)
    assert [row["status"] for row in told(document)] == [of_the_loss, of_the_success, of_what_went]
    assert told(document)[0]["noted"] == f"{status}, Ines Roth, Nov 22"
    assert told(document)[0]["note"] == "new price"


def test_what_was_done_when_the_campaign_was_over_is_not_blamed_for_sales_that_cannot_change(build):
    loss, success = seen(build)
    note = ("Done", "Ines Roth", NOV_28)
    document, found = section(build, {"a": loss, "b": success}, a=note, b=note)
    assert [row["status"] for row in told(document)] == ["done; these sales ended before it could show", "done"]
    assert document.part("actions").marks[0, "status"] is Mark.NEUTRAL
    assert document.words(found.title) == "2 of 2 things that the last report named can still be seen"


def test_a_note_without_a_day_is_taken_at_its_word_only_when_the_trouble_is_gone(build):
    loss, _ = seen(build)
    document, _ = section(build, {"a": loss}, a=("Done", "Ines Roth", None))
    assert [row["status"] for row in told(document)] == ["still seen although marked done"]


def test_the_title_says_how_many_were_marked_done_and_are_still_seen(build):
    loss, success = seen(build)
    document, found = section(build, {"a": loss, "b": success}, a=("Done", "Ines", NOV_22), b=("Done", "Ines", NOV_22))
    assert document.words(found.title) == (
        "2 of 2 things that the last report named can still be seen, 1 although marked done"
    )


def test_people_who_differ_on_one_day_are_both_named_and_neither_counts(build):
    loss, _ = seen(build)
    differ = ("", "", NOV_28, "", (("Ines", "Done"), ("Kai", "Dropped")))
    document, _ = section(build, {"a": loss}, a=differ)
    assert told(document)[0]["status"] == "still seen"
    assert told(document)[0]["noted"] == "Ines says Done; Kai says Dropped on one day: neither counts"


def test_notes_on_things_that_nobody_asked_for_are_counted_and_change_nothing(build):
    loss, _ = seen(build)
    document, found = section(build, {"a": loss}, a0000dead=("Done", "Ines", NOV_28), a0000beef=("Done", "", None))
    assert [row["status"] for row in told(document)] == ["still seen"]
    words = [document.words(sentence) for sentence in document.part("actions-words").sentences]
    assert words == [
        "Nobody noted yet what became of them: fill actions.xlsx and save it in decisions/",
        "2 notes are on things that the last report did not name",
    ]
    assert found is not None


def test_the_words_of_notes_are_never_read_as_figures(build):
    loss, _ = seen(build)
    document, _ = section(build, {"a": loss}, a=("Done", "{gmv.total}", NOV_28, '=HYPERLINK("x")'))
    assert told(document)[0]["noted"] == "Done, {gmv.total}, Nov 28"


# ------------------------------------------------------------------------------------------- the workbook, there and back


@pytest.fixture
def form(build):
    inputs = build(people=("Ines Roth", "Kai Lund"))
    document = report(inputs)
    return follow_up(document, inputs), asked_for(document)


def filled(form, path, *answers):
    """The form with these answers: (row from 0, status, who, day, note), saved under a name of one's own."""
    write_form(form, path)
    book = openpyxl.load_workbook(path)
    sheet = book["Actions"]
    head, heads = next(
        (row[0].row, {str(cell.value): cell.column for cell in row})
        for row in sheet.iter_rows()
        if "Action ID" in {cell.value for cell in row}
    )
    first = next(r for r in range(head + 1, head + 9) if str(sheet.cell(r, heads["Action ID"]).value).startswith("a"))
    for at, *words in answers:
        for name, value in zip(("Status", "Noted by", "Noted on", "Note"), words, strict=True):
            sheet.cell(first + at, heads[name]).value = value
    book.save(path)
    return path


def read(*paths):
    import pandas as pd

    reading = Reading("USD", "America/Los_Angeles", "mdy", {"sheet:contacts": ("Ines Roth", "Kai Lund")})
    books = [decision_book(path, f"decisions/{path.name}", reading) for path in paths]
    assert not [met for book in books for met in book.observations if met.kind.value in {"unreadable", "missing_sheet"}]
    return noted_of(pd.concat([book.frames["actions"] for book in books]))


@pytest.mark.filterwarnings("ignore:.*xtension is not supported:UserWarning")
def test_two_people_s_files_are_read_together_and_the_later_day_counts(form, tmp_path):
    written, asked = form
    ines = filled(written, tmp_path / "ines.xlsx", (0, "Done", "Ines Roth", date(2026, 12, 1), "moved the slot"))
    kai = filled(
        written,
        tmp_path / "kai.xlsx",
        (0, "Still open", "Kai Lund", date(2026, 11, 30), None),
        (1, "Dropped", "Kai Lund", date(2026, 11, 30), None),
    )
    found = read(ines, kai)
    assert (found[asked[0].id].status, found[asked[0].id].note) == ("Done", "moved the slot")
    assert found[asked[1].id].status == "Dropped"
    assert len(found) == 2


@pytest.mark.filterwarnings("ignore:.*xtension is not supported:UserWarning")
def test_an_empty_form_saved_as_it_is_says_nothing(form, tmp_path):
    assert read(filled(form[0], tmp_path / "as-it-was.xlsx")) == {}


def test_the_same_form_is_written_with_the_same_bytes(form, tmp_path):
    for name in ("one.xlsx", "two.xlsx"):
        write_form(form[0], tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_what_was_dropped_comes_filled_and_a_loss_marked_done_is_asked_anew(build, ordinary):
    inputs, asked = build(), asked_for(ordinary)
    loss, success = seen(build)
    notes = {loss.id: Noted("Done", "Ines", NOV_22), success.id: Noted("Dropped", "Kai", NOV_28, "no budget")}
    form = follow_up(report(inputs), replace(inputs, asked=(loss, success), noted=notes))
    rows = {row["action_id"]: row for row in form.sheets[0].rows}
    assert "status" not in rows[loss.id]
    assert rows[loss.id]["state"] == "▲ marked done, Nov 22, still seen"
    of_success = rows[success.id]
    assert (of_success["status"], of_success["note"], of_success["state"]) == ("Dropped", "no budget", "named before")
    assert {rows[one.id]["state"] for one in asked if one not in (loss, success)} == {"new"}


def test_a_loss_that_was_done_after_the_campaign_keeps_its_note_and_is_not_asked_anew(build):
    inputs = build()
    loss, _ = seen(build)
    notes = {loss.id: Noted("Done", "Ines", NOV_28)}
    form = follow_up(report(inputs), replace(inputs, asked=(loss,), noted=notes))
    row = next(row for row in form.sheets[0].rows if row["action_id"] == loss.id)
    assert (row["status"], row["state"]) == ("Done", "done, too late to show in these sales")


def test_every_action_of_a_report_is_in_its_form_with_its_owner(build):
    inputs = build(owners={"": "Ana"})
    document = report(inputs)
    rows = follow_up(document, inputs).sheets[0].rows
    assert [row["action_id"] for row in rows] == [action.id for action in asked_for(document)]
    assert {row["owner"] for row in rows} == {"Ana"}
