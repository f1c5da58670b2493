"""Between the registrations lie marks of open workbooks, placeholders and copies; each is told of with its cure."""

from types import SimpleNamespace

import pytest

from campaignctl.folder.aside import Lies, only_in_the_cloud
from campaignctl.folder.files import find

EXCEL_MARK = bytes([8]) + b"Kai Lund".ljust(54) + bytes(110)
OFFICE_MARK = b",Kai Lund,desk-7,12.11.2026 09:30,file:///home/kai;"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "campaign.xlsx").write_bytes(b"x")
    (tmp_path / "registrations").mkdir()
    (tmp_path / "registrations" / "moss.xlsx").write_bytes(b"x")
    return tmp_path


def told(folder, name, content=b"x"):
    """Return what is told of a file in the folder (why, of which workbook, what else), and whether it is read."""
    path = folder / "registrations" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    files = find(folder)
    asides = [(aside.why, aside.of, aside.about) for aside in files.aside if aside.path == path]
    return (asides[0] if asides else None), path in files.registrations


@pytest.mark.parametrize(
    ("name", "content", "who"),
    [
        ("~$moss.xlsx", EXCEL_MARK, "Kai Lund"),
        ("~$moss.xlsx", b"", ""),
        ("~$moss.xlsx", bytes([200]) + b"\x00\x01\x02", ""),
        (".~lock.moss.xlsx#", OFFICE_MARK, "Kai Lund"),
        (".~lock.moss.xlsx#", b"", ""),
        (".~moss.xlsx", b"", ""),
        ("wave 2/~$moss.xlsx", EXCEL_MARK, "Kai Lund"),
    ],
)
def test_a_workbook_that_somebody_has_open_is_told_with_their_name(folder, name, content, who):
    assert told(folder, name, content) == ((Lies.OPEN, "moss.xlsx", who), False)


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("moss-DESKTOP-7QK2A.xlsx", "moss.xlsx"),
        ("moss-LAPTOP-AB12CD3-2.xlsx", "moss.xlsx"),
        ("moss-KAIPC.xlsx", "moss.xlsx"),
        ("moss-Kai’s MacBook Pro.xlsx", "moss.xlsx"),
        ("moss (conflicted copy 2026-11-12).xlsx", "moss.xlsx"),
        ("moss (Kai Lund's conflicted copy 2026-11-12).xlsx", "moss.xlsx"),
        ("moss (In Konflikt stehende Kopie von Kai 2026-11-12).xlsx", "moss.xlsx"),
        ("moss (copia en conflicto de Kai 2026-11-12).xlsx", "moss.xlsx"),
        ("moss (Kai 的冲突副本 2026-11-12).xlsx", "moss.xlsx"),
        ("moss (Case Conflict).xlsx", "moss.xlsx"),
        ("moss.sync-conflict-20261112-093000-ABCDEFG.xlsx", "moss.xlsx"),
        ("moss_conflict-20261112-093000.xlsx", "moss.xlsx"),
        ("moss_conf(1).xlsx", "moss.xlsx"),
        ("lost-DESKTOP-7QK2A.xlsx", "lost.xlsx"),
    ],
)
def test_a_copy_that_a_shared_drive_kept_is_told_and_read_all_the_same(folder, name, of):
    assert told(folder, name) == ((Lies.CONFLICT, of, ""), True)


@pytest.mark.parametrize(
    "name",
    [
        "moss (1).xlsx",
        "moss (2).xlsx",
        "Copy of moss.xlsx",
        "moss 2.xlsx",
        "moss-2.xlsx",
        "moss-v2.xlsx",
        "lumeria-KAIPC.xlsx",
        "S-001.xlsx",
        "moss-final.xlsx",
        "报名.xlsx",
        "moss-HD26.xlsx",
    ],
)
def test_a_second_file_is_just_one(folder, name):
    assert told(folder, name) == (None, True)


@pytest.mark.parametrize(
    ("name", "of", "about"),
    [
        ("moss.gsheet", "moss", "a link to a Google sheet"),
        ("moss.xlsx.cloud", "moss.xlsx", "a file that the shared drive has not downloaded"),
        (".moss.xlsx.icloud", "moss.xlsx", "a file that iCloud has not downloaded"),
        ("moss.url", "moss", "a link"),
        ("moss.lnk", "moss", "a shortcut to a file elsewhere"),
        ("moss.xlsx.crdownload", "moss.xlsx", "a download that is not finished"),
    ],
)
def test_a_placeholder_is_told_and_not_read(folder, name, of, about):
    assert told(folder, name) == ((Lies.ELSEWHERE, of, about), False)


def test_a_file_without_content_is_a_placeholder(folder):
    assert told(folder, "volt.xlsx", b"") == (
        (Lies.ELSEWHERE, "volt.xlsx", "empty: not downloaded yet, or cut off while copying"),
        False,
    )


@pytest.mark.parametrize(
    "name", [".DS_Store", "Thumbs.db", "desktop.ini", "._moss.xlsx", ".old/~$moss.xlsx", "__MACOSX/a.gsheet"]
)
def test_what_the_system_leaves_is_not_told(folder, name):
    assert told(folder, name) == (None, False)


@pytest.mark.parametrize(
    ("about", "away"),
    [
        (SimpleNamespace(st_file_attributes=0x400000), True),
        (SimpleNamespace(st_file_attributes=0x1000 | 0x20), True),
        (SimpleNamespace(st_flags=0x40000000), True),
        (SimpleNamespace(st_file_attributes=0x20, st_flags=0), False),
        (SimpleNamespace(), False),
    ],
    ids=["recalled when read", "offline", "dataless on a Mac", "here", "a system that does not say"],
)
def test_a_file_that_is_only_in_the_cloud_is_known_by_what_the_disk_says(about, away):
    assert only_in_the_cloud(about) is away
