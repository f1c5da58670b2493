"""``collect`` from the outside: rounds on disk, the roster, exit codes, and two people at once."""

import hashlib
import json
import re
import shutil
import warnings
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import openpyxl
import pytest

from .running import EXAMPLE, campaignctl, in_a_process

FIRST = "registrations/s-001-fern-clay.xlsx"


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "harvest-deals"
    shutil.copytree(EXAMPLE, place)
    shutil.rmtree(place / "exports")
    return place


def records(folder):
    return sorted(path.name for path in (folder / "record" / "rounds").glob("*"))


def content(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def change(folder, cell, value, name=FIRST):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        book = openpyxl.load_workbook(folder / FIRST)
    book["Products"][cell] = value
    (folder / FIRST).unlink()
    book.save(folder / name)
    as_if_saved(folder / name, "2026-11-10T09:00:00Z")


def as_if_saved(path, moment):
    """Date a workbook into the campaign's registration: openpyxl writes the hour of the test into it."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["docProps/core.xml"] = re.sub(
        rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + moment.encode(), parts["docProps/core.xml"]
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


def test_a_collection_writes_the_roster_and_a_round_and_changes_no_input(folder):
    before = content(folder)
    ended = campaignctl("collect", folder)
    assert ended.returncode == 1, ended.stderr
    assert "2 ready   ✗ 1 fix needed" in ended.stdout
    assert "Next:  campaignctl validate" in ended.stderr
    after = content(folder)
    assert {path: after[path] for path in before} == before
    assert {path.relative_to(folder).as_posix() for path in after.keys() - before.keys()} == {
        "out/roster.xlsx",
        "out/decide.xlsx",
        "out/returns/S-001.xlsx",
        "out/returns/campaign.xlsx",
        "out/cache/returns.json",
        f"record/rounds/{records(folder)[0]}",
    }


def test_twice_gives_the_same_bytes_and_no_second_round(folder):
    first = in_a_process("collect", folder)
    written = content(folder)
    second = in_a_process("collect", folder)
    assert content(folder) == written
    assert second.stdout == first.stdout
    assert "record" not in second.stderr


def test_the_next_round_tells_fixed_from_open_whatever_the_file_is_called(folder):
    campaignctl("collect", folder)
    change(folder, "K8", 43, name="registrations/fern clay FINAL (2).xlsx")
    told = json.loads(campaignctl("collect", folder, "--json").stdout)
    assert len(records(folder)) == 2
    assert told["round"] == 2
    assert {(one["code"], one["state"], one["since"]) for one in told["findings"]} == {
        ("SKU201", "fixed", 1),
        ("WBK106", "still open", 1),
        ("PRM106", "still open", 1),
    }
    (seller,) = [one for one in told["sellers"] if one["seller_id"] == "S-001"]
    assert seller["since_last"] == {"new": 0, "open": 1, "fixed": 1}
    assert seller["status"] == "needs fixing"


def mend_the_set_up(folder):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        book = openpyxl.load_workbook(folder / "campaign.xlsx")
    book["Promotions"]["K9"] = datetime(2026, 11, 23, 23, 59)  # noqa: DTZ001 - a form's local time
    book.save(folder / "campaign.xlsx")


def test_an_error_of_the_set_up_is_shown_with_its_story_and_fixed_once_it_is_mended(folder):
    ended = campaignctl("collect", folder)
    assert "In our own files  errors  first of them" in ended.stdout
    assert "  campaign.xlsx        1  Promotions!K9  promotion too long" in ended.stdout
    mend_the_set_up(folder)
    ended = campaignctl("collect", folder)
    assert "  campaign.xlsx        ✓  1 fixed" in ended.stdout
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        sheet = openpyxl.load_workbook(folder / "out" / "roster.xlsx")["Since last round"]
    rows = [" ".join(str(cell) for cell in row if cell) for row in sheet.iter_rows(values_only=True)]
    assert any(row.startswith("✓ fixed") and "PRM106" in row for row in rows)


def test_without_an_error_it_ends_clean(folder):
    change(folder, "K8", 43)
    mend_the_set_up(folder)
    book = openpyxl.load_workbook(folder / FIRST)
    book["Products"]["M9"] = 100
    book.save(folder / FIRST)
    ended = campaignctl("collect", folder)
    assert ended.returncode == 0, ended.stdout
    assert "No registration has an error." in ended.stdout


def test_a_roster_that_is_open_elsewhere_gets_a_sibling_and_exit_4(folder):
    (folder / "out").mkdir()
    (folder / "out" / "roster.xlsx").write_bytes(b"somebody's")
    (folder / "out" / "~$roster.xlsx").write_bytes(b"")
    ended = campaignctl("collect", folder)
    assert ended.returncode == 4
    assert "roster (2).xlsx" in ended.stderr.strip().splitlines()[-1]
    assert (folder / "out" / "roster.xlsx").read_bytes() == b"somebody's"


def test_another_output_folder_keeps_its_links_to_the_registrations(folder, tmp_path):
    campaignctl("collect", folder, "--output-dir", tmp_path / "elsewhere")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        sheet = openpyxl.load_workbook(tmp_path / "elsewhere" / "roster.xlsx")["Findings"]
    links = [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert {link.target for link in links} == {f"../harvest-deals/{FIRST}", "../harvest-deals/campaign.xlsx"}
    assert {link.location for link in links} == {"'Products'!K8", "'Products'!M9", "'Promotions'!K9"}


def test_a_damaged_record_ends_in_two_lines_that_name_it(folder):
    campaignctl("collect", folder)
    (record,) = (folder / "record" / "rounds").iterdir()
    record.write_text("{}", encoding="utf-8")
    ended = campaignctl("collect", folder)
    assert ended.returncode == 3
    assert record.name in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 2


def test_broken_and_hostile_files_never_stop_the_rest(folder):
    registrations = folder / "registrations"
    (registrations / "price list.pdf").write_bytes(b"%PDF-1.7 nothing")
    (registrations / "=1+1 (<b>).xlsx").write_bytes(b"PK\x03\x04 cut off")
    (registrations / ("x" * 200 + ".xlsx")).write_bytes(b"")
    ended = campaignctl("collect", folder)
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert "2 ready" in ended.stdout
    assert "price list.pdf" in ended.stdout


def test_no_registration_at_all_is_a_roster_of_the_missing(folder):
    shutil.rmtree(folder / "registrations")
    mend_the_set_up(folder)
    ended = campaignctl("collect", folder)
    assert ended.returncode == 0
    assert "○ 3 missing" in ended.stdout


def test_nothing_printed_is_wider_than_eighty_columns(folder):
    ended = campaignctl("collect", folder, "--as-of", "2026-11-13T09:10")
    assert max(map(len, ended.stdout.splitlines())) <= 80
    assert "as of Fri Nov 13, 09:10 PT" in ended.stdout


def test_ascii_and_json(folder):
    assert campaignctl("collect", folder, "--ascii").stdout.isascii()
    told = json.loads(campaignctl("collect", folder, "--json", "--quiet").stdout)
    assert told["schema"] == 1
    assert sum(told["statuses"].values()) == len(told["sellers"]) == 3


def test_two_people_at_once_lose_nothing(folder):
    """One of them collects; the other does too, or is told who is at it: both ways the folder is whole."""
    with ThreadPoolExecutor(2) as both:
        ended = [one.result() for one in [both.submit(in_a_process, "collect", folder) for _ in range(2)]]
    codes = sorted(one.returncode for one in ended)
    assert codes in ([1, 1], [1, 4])
    for one in ended:
        assert one.returncode == 1 or "is writing this campaign" in one.stderr or "beginning" in one.stderr
    assert len(records(folder)) == 1
    left = [path.name for path in folder.rglob(".*")]
    assert left == []
    alone = hashlib.sha256((folder / "out" / "roster.xlsx").read_bytes()).digest()
    campaignctl("collect", folder)
    assert hashlib.sha256((folder / "out" / "roster.xlsx").read_bytes()).digest() == alone


def test_a_round_that_another_wrote_meanwhile_is_kept(folder):
    """A record is named by what it rests on: no number can be taken away from somebody else's round."""
    campaignctl("collect", folder)
    (mine,) = (folder / "record" / "rounds").iterdir()
    other = mine.with_name("0001-aaaaaaaaaaaa.json")
    other.write_bytes(mine.read_bytes())
    change(folder, "K8", 43)
    campaignctl("collect", folder)
    assert mine.name in records(folder)
    assert other.name in records(folder)
    assert [name[:4] for name in records(folder)] == ["0001", "0001", "0002"]


def test_forms_are_written_for_the_invited_and_come_back_matched(folder):
    shutil.rmtree(folder / "registrations")
    ended = campaignctl("new", folder, "--forms")
    assert ended.returncode == 0, ended.stderr
    assert sorted(path.name for path in (folder / "out" / "forms").iterdir()) == [
        "S-001.xlsx", "S-002.xlsx", "S-003.xlsx"
    ]  # fmt: skip
    (folder / "registrations").mkdir()
    shutil.copy(folder / "out" / "forms" / "S-002.xlsx", folder / "registrations" / "scan0001.xlsx")
    told = json.loads(campaignctl("collect", folder, "--json").stdout)
    assert {one["seller_id"]: one["status"] for one in told["sellers"]} == {
        "S-001": "not received",
        "S-002": "incomplete",
        "S-003": "not received",
    }


def test_forms_go_alone_and_need_a_campaign(folder, tmp_path):
    assert campaignctl("new", folder, "--forms", "--name", "x").returncode == 2
    assert campaignctl("new", tmp_path / "nowhere", "--forms").returncode == 3


def test_a_return_of_an_earlier_round_is_named(folder):
    campaignctl("collect", folder)
    (folder / "out" / "returns" / "S-002.xlsx").write_bytes(b"of last week")
    ended = campaignctl("collect", folder)
    assert "Of an earlier round, not to be sent: S-002.xlsx" in ended.stderr
    assert (folder / "out" / "returns" / "S-002.xlsx").read_bytes() == b"of last week"


def test_a_return_that_nobody_needs_any_more_is_taken_away_unless_somebody_changed_it(folder):
    campaignctl("collect", folder)
    place = folder / "out" / "returns"
    written = sorted(path.name for path in place.iterdir())
    assert written == ["S-001.xlsx", "campaign.xlsx"]
    registration = folder / FIRST
    registration.rename(folder / "aside.xlsx")
    ended = campaignctl("collect", folder)
    assert "Nothing to mend any more, taken away: S-001.xlsx" in ended.stderr
    assert [path.name for path in place.iterdir()] == ["campaign.xlsx"]
    (folder / "aside.xlsx").rename(registration)
    campaignctl("collect", folder)
    (place / "S-001.xlsx").write_bytes(b"with a note of ours")
    registration.unlink()
    ended = campaignctl("collect", folder)
    assert "Of an earlier round, not to be sent: S-001.xlsx" in ended.stderr
    assert (place / "S-001.xlsx").read_bytes() == b"with a note of ours"
