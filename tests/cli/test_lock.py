"""lock ends as a shell script can rely on, and what people do around it loses nothing."""

import io
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from types import SimpleNamespace

import openpyxl
import pytest

from campaignctl.cli.command import guarded
from campaignctl.cli.demo import write_folder
from campaignctl.cli.environment import Environment
from campaignctl.cli.lock import lock
from campaignctl.domain.lock_text import lock_from
from campaignctl.folder.files import find
from campaignctl.folder.lock import NAME
from campaignctl.marketplaces.load import known, load
from campaignctl.readers.campaign_folder import read_folder
from campaignctl.rules.case import case_of
from campaignctl.simulation.demo import Folder, forms_of
from campaignctl.simulation.registrations import registration_books
from campaignctl.simulation.setup import setup_book
from campaignctl.simulation.world import build
from campaignctl.stages.decide import decide
from campaignctl.stages.validate import validate
from campaignctl.writers.forms import write_form

AS_OF = "2026-11-16T18:00"


@pytest.fixture(scope="session")
def written(tmp_path_factory):
    place = tmp_path_factory.mktemp("lock") / "harvest"
    world = build(3, shops=2)
    forms = forms_of(setup_book(world), registration_books(world), load(known(None)[0], None))
    write_folder(place, Folder(forms, {}, {}))
    return place


@pytest.fixture
def folder(written, tmp_path):
    import shutil

    return shutil.copytree(written, tmp_path / "harvest")


def run(folder, *, accept=None, everything=False, dry_run=False, as_of=AS_OF, as_json=False):
    out, err = io.StringIO(), io.StringIO()
    words = {"folder": folder, "accept": accept, "all": everything, "dry_run": dry_run, "as_of": as_of, "json": as_json}
    code = guarded(lock.__wrapped__, Environment(out=out, err=err), words)
    return SimpleNamespace(code=code, out=out.getvalue(), err=err.getvalue())


def records(folder):
    return sorted((folder / "record" / "locks").glob("*.json"))


def newest(folder):
    return lock_from(records(folder)[-1].read_text(encoding="utf-8"))


def decide_xlsx(folder):
    material = read_folder(find(folder))
    path = folder / "out" / "decide.xlsx"
    path.parent.mkdir(exist_ok=True)
    write_form(decide(case_of(material), validate(material).verdict).form, path)
    return path


def save_decisions(folder, name, word, *, who="Sam Okafor", on=date(2026, 11, 14), rows=slice(None), of=None):
    """Fill a copy of decide.xlsx as a person would, and save it into decisions/."""
    book = openpyxl.load_workbook(of or decide_xlsx(folder))
    sheet = book["Decisions"]
    at = {sheet.cell(6, column).value: column for column in range(2, sheet.max_column + 1)}
    numbers = [
        n
        for n in range(7, sheet.max_row + 1)
        if sheet.cell(n, at["Seller ID *" if "Seller ID *" in at else "Seller ID"]).value
    ]
    for number in numbers[rows]:
        sheet.cell(number, at["Decision"]).value = word
        sheet.cell(number, at["Reason"]).value = None if word == "Approve" else "Stock"
        sheet.cell(number, at["Decided by"]).value = who
        sheet.cell(number, at["Decided on"]).value = on
    book.save(folder / "decisions" / name)
    return len(numbers)


def two_lines(ended, code):
    assert ended.code == code
    assert ended.out == ""
    assert len(ended.err.strip().splitlines()) == 2, ended.err


def test_without_decisions_two_lines_say_what_to_do(folder):
    two_lines(run(folder), 3)
    assert records(folder) == []


def test_all_locks_every_line_without_an_error(folder):
    ended = run(folder, everything=True)
    assert ended.code == 0
    assert "Lock 1 is taken." in ended.out
    assert newest(folder).everything


def test_a_dry_run_writes_nothing(folder):
    before = sorted(path for path in folder.rglob("*"))
    assert "would be lock 1" in run(folder, everything=True, dry_run=True).out
    assert sorted(path for path in folder.rglob("*")) == before


def test_equal_inputs_give_no_second_record_and_the_same_bytes(folder):
    run(folder, everything=True)
    first = records(folder)[0].read_bytes()
    ended = run(folder, everything=True)
    assert (ended.code, len(records(folder))) == (0, 1)
    assert "no record was added" in ended.out
    records(folder)[0].unlink()
    run(folder, everything=True)
    assert records(folder)[0].read_bytes() == first


def test_decisions_saved_from_the_workbook_come_back_as_they_were_made(folder):
    total = save_decisions(folder, "sam.xlsx", "Approve", rows=slice(3, None))
    save_decisions(folder, "lena.xlsx", "Reject", who="Lena Ortiz", rows=slice(0, 3))
    ended = run(folder)
    assert ended.code == 0, ended.out + ended.err
    assert len(newest(folder).lines) == total - 3
    assert newest(folder).left_out["standing"].tolist() == ["Reject"] * 3
    assert set(newest(folder).lines["decided_by"]) == {"Sam Okafor"}


def test_two_people_who_decide_at_once_lose_nothing(folder):
    form = decide_xlsx(folder)
    jobs = [
        ("sam.xlsx", "Approve", slice(0, 4)),
        ("lena.xlsx", "Hold", slice(4, 8)),
        ("rita.xlsx", "Approve", slice(8, 12)),
    ]
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda job: save_decisions(folder, job[0], job[1], rows=job[2], of=form), jobs))
    assert run(folder).code == 0
    assert len(newest(folder).lines) == 8
    assert newest(folder).left_out["standing"].value_counts()["Hold"] == 4


def test_two_who_contradict_on_one_day_keep_the_lock_from_being_taken(folder):
    save_decisions(folder, "sam.xlsx", "Approve")
    save_decisions(folder, "lena.xlsx", "Hold", who="Lena Ortiz", rows=slice(0, 1))
    ended = run(folder)
    assert ended.code == 1
    assert "LCK101" in ended.out
    assert "Sam Okafor" in ended.out
    assert "Lena Ortiz" in ended.out
    assert records(folder) == []


def test_the_later_day_settles_it_with_a_warning(folder):
    save_decisions(folder, "sam.xlsx", "Approve")
    save_decisions(folder, "lena.xlsx", "Hold", who="Lena Ortiz", rows=slice(0, 1), on=date(2026, 11, 15))
    assert run(folder).code == 0
    assert newest(folder).left_out["standing"].tolist() == ["Hold"]


def test_an_open_error_is_named_with_what_would_accept_it(folder):
    save_decisions(folder, "sam.xlsx", "Approve", who="Nobody We Know")
    ended = run(folder)
    assert ended.code == 1
    assert "LCK102" in ended.out
    assert "--accept LCK102@" in ended.err
    assert run(folder, accept=["LCK102=acting for Sam, told on the phone"]).code == 0
    assert {a.reason for a in newest(folder).accepted} == {"acting for Sam, told on the phone"}


@pytest.mark.parametrize("words", ["LCK102", "LCK102=", "=why", "@S-001=why", "LCK102=   "])
def test_an_acceptance_names_an_error_and_a_reason(folder, words):
    two_lines(run(folder, everything=True, accept=[words]), 2)


def test_an_acceptance_that_names_nothing_is_said_and_left_out(folder):
    ended = run(folder, everything=True, accept=["SKU999=because"])
    assert ended.code == 0
    assert "SKU999" in ended.err
    assert newest(folder).accepted == ()


def test_a_foreign_workbook_among_the_decisions_is_named(folder):
    save_decisions(folder, "sam.xlsx", "Approve")
    (folder / "decisions" / "holiday.xlsx").write_bytes(
        (folder / "registrations" / "s-001-fern-clay.xlsx").read_bytes()
    )
    (folder / "decisions" / "broken.xlsx").write_bytes(b"PK\x03\x04")
    ended = run(folder)
    assert ended.code == 1
    assert "decisions/holiday.xlsx" in ended.out
    assert "decisions/broken.xlsx" in ended.out


def test_a_workbook_that_lost_a_column_is_named(folder):
    save_decisions(folder, "sam.xlsx", "Approve")
    path = folder / "decisions" / "sam.xlsx"
    book = openpyxl.load_workbook(path)
    for cell in book["Decisions"][6]:
        if cell.value == "Decided by":
            cell.value = "who"
    book.save(path)
    ended = run(folder)
    assert ended.code == 1
    assert "Decided by is missing" in ended.out


def test_a_reason_and_a_counter_price_are_asked_for(folder):
    save_decisions(folder, "sam.xlsx", "Approve")
    path = folder / "decisions" / "sam.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Decisions"]
    at = {cell.value: cell.column for cell in sheet[6]}
    sheet.cell(7, at["Decision"]).value = "Counter"
    sheet.cell(8, at["Decision"]).value = "Reject"
    book.save(path)
    findings = validate(read_folder(find(folder))).verdict.findings
    assert sorted((f.code, f.place.row, f.place.column) for f in findings) == [
        ("WBK106", 7, "Counter price"),
        ("WBK106", 7, "Reason"),
        ("WBK106", 8, "Reason"),
    ]


def test_a_record_edited_by_hand_does_not_count_and_stops_the_next_lock(folder):
    run(folder, everything=True)
    record = records(folder)[0]
    record.write_text(record.read_text(encoding="utf-8").replace('"by": ', '"by":  "x", "was": '), encoding="utf-8")
    ended = run(folder, everything=True, as_of="2026-11-16T19:00")
    assert ended.code == 1
    assert "LCK401" in ended.out
    assert len(records(folder)) == 1


def test_a_second_lock_says_what_it_adds_to_the_first(folder):
    total = save_decisions(folder, "sam.xlsx", "Approve", rows=slice(1, None))
    run(folder)
    save_decisions(folder, "lena.xlsx", "Approve", who="Lena Ortiz")
    ended = run(folder, as_of="2026-11-16T19:00")
    assert ended.code == 0
    assert "Against lock 1" in ended.out
    assert ended.out.count(": added") == 1
    assert [len(lock_from(path.read_text(encoding="utf-8")).lines) for path in records(folder)] == [total - 1, total]


def test_a_time_before_the_newest_lock_is_refused(folder):
    save_decisions(folder, "sam.xlsx", "Approve", rows=slice(1, None))
    run(folder)
    save_decisions(folder, "lena.xlsx", "Approve", who="Lena Ortiz")
    two_lines(run(folder, as_of="2026-11-01T00:00"), 2)
    assert len(records(folder)) == 1


def test_a_decisions_workbook_that_is_open_elsewhere_is_named(folder):
    save_decisions(folder, "sam.xlsx", "Approve")
    (folder / "decisions" / "~$sam.xlsx").write_bytes(b"kai")
    ended = run(folder)
    assert ended.code == 0
    assert "sam.xlsx is open" in ended.err


@pytest.mark.parametrize("as_of", ["yesterday", "2026-13-01"])
def test_a_time_that_is_none_is_wrong_usage(folder, as_of):
    two_lines(run(folder, everything=True, as_of=as_of), 2)


def test_json_says_what_was_locked(folder):
    told = json.loads(run(folder, everything=True, as_json=True).out)
    assert (told["schema"], told["taken"], told["number"], told["open"]) == (1, True, 1, [])
    assert told["record"] == records(folder)[0].relative_to(folder).as_posix()
    assert told["lines"] == len(newest(folder).lines)


def test_somebody_else_who_is_writing_is_waited_for(folder):
    (folder / NAME).write_text(
        json.dumps({"host": "h", "user": "kai", "pid": 1, "since": Environment().now().isoformat()}), encoding="utf-8"
    )
    two_lines(run(folder, everything=True), 4)
    assert records(folder) == []


def test_a_run_that_was_killed_while_writing_leaves_no_half_record(folder, monkeypatch):
    from campaignctl.folder import outputs

    def killed(_path, _text):
        raise KeyboardInterrupt

    monkeypatch.setattr(outputs, "_put", killed)
    assert run(folder, everything=True).code == 130
    assert list((folder / "record" / "locks").iterdir()) == []
    monkeypatch.undo()
    assert run(folder, everything=True).code == 0


def test_inputs_are_never_touched(folder):
    save_decisions(folder, "sam.xlsx", "Approve")
    inputs = {path: path.read_bytes() for part in ("registrations", "decisions") for path in (folder / part).iterdir()}
    inputs[folder / "campaign.xlsx"] = (folder / "campaign.xlsx").read_bytes()
    run(folder)
    assert {path: path.read_bytes() for path in inputs} == inputs
