"""An output is written wholly or not at all, and never over a file that somebody has open."""

import errno
import os
from pathlib import Path

import pytest

from campaignctl.domain.errors import CannotWrite
from campaignctl.folder.outputs import Outputs


def _make(text: str):
    return lambda path: path.write_text(text, encoding="utf-8")


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_output_lies_under_its_own_name_and_nothing_else_is_left(tmp_path):
    outputs = Outputs()
    assert outputs.write(tmp_path / "out" / "report.xlsx", _make("new")) == tmp_path / "out" / "report.xlsx"
    assert _names(tmp_path / "out") == ["report.xlsx"]
    assert outputs.written == [tmp_path / "out" / "report.xlsx"]
    assert outputs.displaced == []


def test_an_older_output_is_replaced(tmp_path):
    target = tmp_path / "report.xlsx"
    target.write_text("old", encoding="utf-8")
    Outputs().write(target, _make("new"))
    assert target.read_text(encoding="utf-8") == "new"


def test_what_a_killed_run_left_half_written_goes_after_ten_minutes(tmp_path):
    for name, minutes in ((".d3127922.11997.partial.pptx", 11), (".d3127922.11998.partial.pptx", 9), (".theirs", 60)):
        (tmp_path / name).write_bytes(b"half")
        then = (tmp_path / name).stat().st_mtime - 60 * minutes
        os.utime(tmp_path / name, (then, then))
    Outputs().write(tmp_path / "deck.pptx", _make("new"))
    assert _names(tmp_path) == [".d3127922.11998.partial.pptx", ".theirs", "deck.pptx"]


@pytest.mark.parametrize("error", [ValueError("a fault"), KeyboardInterrupt(), MemoryError()])
def test_a_failure_leaves_nothing_behind_and_the_older_output_as_it_was(tmp_path, error):
    target = tmp_path / "report.xlsx"
    target.write_text("old", encoding="utf-8")

    def make(path):
        path.write_text("half of the ne", encoding="utf-8")
        raise error

    with pytest.raises(type(error)):
        Outputs().write(target, make)
    assert _names(tmp_path) == ["report.xlsx"]
    assert target.read_text(encoding="utf-8") == "old"


class _Wrapped(Exception):
    """What a library makes of the disk's answer."""


@pytest.mark.parametrize(
    "raised",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        _Wrapped(OSError(errno.ENOSPC, "No space left on device")),
    ],
)
def test_a_full_disk_is_said_in_two_lines(tmp_path, raised):
    def make(_path):
        raise raised

    with pytest.raises(CannotWrite) as said:
        Outputs().write(tmp_path / "report.xlsx", make)
    assert "No space left" in said.value.what
    assert "--output-dir" in said.value.todo
    assert _names(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("report.xlsx", "~$report.xlsx"),
        ("memo.docx", "~$memo.docx"),
        ("the-memo.docx", "~$e-memo.docx"),  # Word writes over the first two letters
        ("report.xlsx", ".~lock.report.xlsx#"),
    ],
)
def test_a_file_that_is_open_elsewhere_keeps_its_content_and_a_sibling_takes_the_new_one(tmp_path, name, mark):
    target = tmp_path / name
    target.write_text("open in Office", encoding="utf-8")
    (tmp_path / mark).touch()
    outputs = Outputs()
    sibling = outputs.write(target, _make("new"))
    assert sibling.name == f"{target.stem} (2){target.suffix}"
    assert sibling.read_text(encoding="utf-8") == "new"
    assert target.read_text(encoding="utf-8") == "open in Office"
    assert outputs.displaced == [(target, sibling)]
    assert Outputs().write(target, _make("newer")).name == f"{target.stem} (3){target.suffix}"


def test_a_file_that_the_system_does_not_let_go_has_a_sibling_too(tmp_path, monkeypatch):
    target = tmp_path / "report.xlsx"
    replace = Path.replace

    def refuse(path, to):
        if Path(to) == target:
            raise PermissionError(errno.EACCES, "in use")
        return replace(path, to)

    monkeypatch.setattr(Path, "replace", refuse)
    assert Outputs().write(target, _make("new")).name == "report (2).xlsx"


def test_when_no_name_is_free_it_says_so_and_leaves_nothing(tmp_path):
    target = tmp_path / "report.xlsx"
    (tmp_path / "~$report.xlsx").touch()
    for number in range(2, 100):
        (tmp_path / f"report ({number}).xlsx").touch()
    before = _names(tmp_path)
    with pytest.raises(CannotWrite, match="no other name is free"):
        Outputs().write(target, _make("new"))
    assert _names(tmp_path) == before


def test_a_folder_that_takes_no_files_is_said_before_anything_is_made(tmp_path, monkeypatch):
    def refuse(*_args, **_more):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "touch", refuse)
    with pytest.raises(CannotWrite, match="Permission denied"):
        Outputs().write(tmp_path / "report.xlsx", lambda _: pytest.fail("nothing may be made"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="rights do not bind this user")
def test_a_read_only_folder_is_said(tmp_path):
    (tmp_path / "out").mkdir(mode=0o500)
    with pytest.raises(CannotWrite):
        Outputs().write(tmp_path / "out" / "report.xlsx", _make("new"))


def test_a_file_where_the_folder_should_be_is_said(tmp_path):
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(CannotWrite, match="cannot be written"):
        Outputs().write(tmp_path / "out" / "report.xlsx", _make("new"))


@pytest.mark.parametrize("name", ["ü" * 100 + ".xlsx", "x" * 250 + ".json", "🎁 deals.xlsx", "a.b.c"])
def test_every_name_that_the_disk_takes_can_be_written(tmp_path, name):
    assert Outputs().write(tmp_path / name, _make("new")).name == name
    assert _names(tmp_path) == [name]


def test_text_is_written_byte_for_byte(tmp_path):
    path = Outputs().write_text(tmp_path / "figures.json", '{"name": "Café"}\n')
    assert path.read_bytes() == '{"name": "Café"}\n'.encode()
