"""What lies in a campaign's folder is found in one order, and what is none of the sellers' is passed over."""

import errno
import os
import sys
from pathlib import Path

import pytest

from campaignctl.domain.errors import CannotRead
from campaignctl.folder.files import enclosing, find
from campaignctl.folder.hashing import digest, sha256


def _folder(root: Path, *registrations: str) -> Path:
    for name in ("campaign.xlsx", *(f"registrations/{name}" for name in registrations)):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return root


def _found(folder: Path) -> list[str]:
    files = find(folder)
    return [files.relative(path).removeprefix("registrations/") for path in files.registrations]


def test_registrations_are_found_in_name_order_in_sub_folders_too(tmp_path):
    assert _found(_folder(tmp_path, "b.xlsx", "A.xlsx", "wave 2/c.xlsx", "a.xlsx")) == [
        "A.xlsx",
        "a.xlsx",
        "b.xlsx",
        "wave 2/c.xlsx",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "~$a.xlsx",
        ".a.xlsx",
        "._a.xlsx",
        ".~lock.a.xlsx#",
        ".old/a.xlsx",
        "__MACOSX/a.xlsx",
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
    ],
)
def test_lock_files_hidden_files_and_those_of_the_system_are_passed_over(tmp_path, name):
    assert _found(_folder(tmp_path, "a.xlsx", name)) == ["a.xlsx"]


@pytest.mark.parametrize(
    "name",
    [
        "a (conflicted copy 2026-11-12).xlsx",
        "Copy of a.xlsx",
        "a-DESKTOP-1.xlsx",
        "🎁 deals.xlsx",
        "报名.xlsx",
        "x" * 250,
        "form.pdf",
    ],
)
def test_whatever_else_sellers_and_shared_drives_leave_there_is_read_never_dropped(tmp_path, name):
    assert name in _found(_folder(tmp_path, "a.xlsx", name))


def test_a_campaign_without_registrations_is_one(tmp_path):
    files = find(_folder(tmp_path))
    assert files.registrations == ()
    assert files.workbooks == (tmp_path / "campaign.xlsx",)


def test_a_file_from_elsewhere_is_named_alone(tmp_path):
    assert find(_folder(tmp_path)).relative(Path("/elsewhere/a.xlsx")) == "a.xlsx"


@pytest.mark.parametrize(
    ("make", "what"), [("nothing", "does not exist"), ("file", "is a file"), ("empty", "no campaign.xlsx")]
)
def test_a_folder_that_is_none_is_said_with_its_cure(tmp_path, make, what):
    place = tmp_path / "deals"
    if make == "file":
        place.touch()
    elif make == "empty":
        place.mkdir()
    with pytest.raises(CannotRead, match=what) as said:
        find(place)
    assert said.value.todo


def test_a_name_too_long_for_the_disk_is_said_and_cut(tmp_path):
    with pytest.raises(CannotRead) as said:
        find(tmp_path / ("x" * 3000))
    assert len(said.value.what) < 250


def test_the_campaign_that_encloses_a_file_is_the_nearest_above_it(tmp_path):
    _folder(tmp_path, "wave 2/a.xlsx")
    assert enclosing(tmp_path / "registrations" / "wave 2" / "a.xlsx") == tmp_path.resolve()
    assert enclosing(tmp_path / "campaign.xlsx") == tmp_path.resolve()
    assert enclosing(Path(tmp_path.anchor) / "a.xlsx") is None


def test_a_hash_is_that_of_the_content(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    assert sha256(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_several_texts_have_one_hash_and_no_two_ways_of_cutting_them_the_same():
    cuts = [("ab", "c"), ("a", "bc"), ("abc",), ("a\x00b", "c"), ("a", "b\x00c"), ("ab", "c", "")]
    assert len({digest(*parts) for parts in cuts}) == len(cuts)
    assert digest("a", "b") == digest("a", "b")


@pytest.mark.skipif(sys.platform == "win32", reason="names are Unicode there")
def test_a_name_that_is_no_unicode_has_a_hash():
    assert digest(os.fsdecode(b"caf\xe9.xlsx")) != digest("café.xlsx")


def test_a_folder_that_may_not_be_looked_into_is_not_taken_for_an_empty_one(tmp_path, monkeypatch):
    shop = tmp_path / "registrations" / "late"
    shop.mkdir(parents=True)
    (tmp_path / "campaign.xlsx").touch()
    scan = os.scandir

    def refused(path):
        if Path(path) == shop:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refused)
    with pytest.raises(CannotRead, match="late cannot be looked into: Permission denied"):
        find(tmp_path)
