"""Two runs on one shared folder do not mix their files: one holds the lock, the other is told who."""

import errno
import json
import os
import subprocess
import sys
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta

import pytest

from campaignctl.domain.errors import CannotWrite
from campaignctl.folder.lock import NAME, Holder, held

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def _holder(name: str, minutes: float = 0) -> Holder:
    return Holder("laptop", name, 4711, (NOON + timedelta(minutes=minutes)).isoformat())


def _leave(folder, text: str, minutes: float) -> None:
    path = folder / NAME
    path.write_text(text, encoding="utf-8")
    stamp = (NOON + timedelta(minutes=minutes)).timestamp()
    os.utime(path, (stamp, stamp))


def test_the_lock_lies_there_while_it_is_held_and_names_its_holder(tmp_path):
    with held(tmp_path, _holder("dana")):
        assert json.loads((tmp_path / NAME).read_text(encoding="utf-8")) == asdict(_holder("dana"))
    assert list(tmp_path.iterdir()) == []


def test_it_is_released_when_the_run_fails(tmp_path):
    with pytest.raises(ZeroDivisionError), held(tmp_path, _holder("dana")):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="only POSIX tells whether a process lives without touching it")
def test_a_lock_of_ones_own_run_that_was_killed_is_taken_over_at_once(tmp_path):
    ended = subprocess.Popen([sys.executable, "-c", "pass"])
    ended.wait()
    me = _holder("dana")
    _leave(tmp_path, json.dumps(asdict(replace(me, pid=ended.pid))), 0)
    with held(tmp_path, me):
        assert json.loads((tmp_path / NAME).read_text(encoding="utf-8")) == asdict(me)


@pytest.mark.parametrize("changes", [{"user": "kim"}, {"host": "desk"}, {"pid": os.getpid()}])
def test_a_lock_of_somebody_else_or_of_a_run_that_lives_is_kept(tmp_path, changes):
    ended = subprocess.Popen([sys.executable, "-c", "pass"])
    ended.wait()
    me = _holder("dana")
    _leave(tmp_path, json.dumps(asdict(replace(me, **{"pid": ended.pid, **changes}))), 0)
    with pytest.raises(CannotWrite), held(tmp_path, me):
        pass


@pytest.mark.parametrize(
    ("minutes", "began", "left"),
    [(0, "a minute", "10 minutes"), (9.9, "10 minutes", "a minute"), (-5, "5 minutes", "5 minutes")],
)
def test_a_second_run_is_told_who_writes_since_when_and_how_to_go_on(tmp_path, minutes, began, left):
    with held(tmp_path, _holder("dana")):
        with pytest.raises(CannotWrite) as said, held(tmp_path, _holder("mei", minutes)):
            pytest.fail("both hold it")
        assert said.value.what == f"dana on laptop is writing this campaign; that run began {began} ago."
        assert (
            said.value.todo == f"Wait until it ends. If it died: run again in {left}, or delete {tmp_path / NAME} now."
        )
        assert (tmp_path / NAME).exists()


@pytest.mark.parametrize("minutes", [10, 600, -600])
def test_a_lock_left_by_a_run_that_died_is_taken_over(tmp_path, minutes):
    _leave(tmp_path, json.dumps(asdict(_holder("dana"))), 0)
    with held(tmp_path, _holder("mei", minutes)):
        assert json.loads((tmp_path / NAME).read_text(encoding="utf-8"))["user"] == "mei"
    assert list(tmp_path.iterdir()) == []


UNREADABLE = [
    "",
    "{",
    "[]",
    '{"host": "x"}',
    '{"host": "x", "user": "y", "pid": 1, "since": "noon"}',
    '{"host": "x", "user": "y", "pid": 1, "since": 12}',
    '{"host": "x", "user": "y", "pid": 1, "since": "2026-11-20T12:00:00"}',
]


@pytest.mark.parametrize("text", UNREADABLE)
def test_a_lock_that_cannot_be_read_is_taken_over_once_it_is_old(tmp_path, text):
    _leave(tmp_path, text, -10)
    with held(tmp_path, _holder("mei")):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", UNREADABLE)
def test_a_fresh_lock_that_cannot_be_read_is_one_being_written_just_now(tmp_path, text):
    _leave(tmp_path, text, -0.1)
    with pytest.raises(CannotWrite, match="just beginning"), held(tmp_path, _holder("mei")):
        pytest.fail("both hold it")


def test_a_run_whose_lock_was_taken_over_leaves_the_new_holders_alone(tmp_path):
    with held(tmp_path, _holder("dana")):
        _leave(tmp_path, json.dumps(asdict(_holder("mei", 11))), 11)
    assert json.loads((tmp_path / NAME).read_text(encoding="utf-8"))["user"] == "mei"


def test_a_stale_lock_that_another_run_replaced_in_between_is_given_back(tmp_path, monkeypatch):
    _leave(tmp_path, json.dumps(asdict(_holder("dana", -60))), -60)
    rename = type(tmp_path).rename

    def after_another_run(path, to):
        _leave(tmp_path, json.dumps(asdict(_holder("mei"))), 0)
        return rename(path, to)

    monkeypatch.setattr(type(tmp_path), "rename", after_another_run)
    with pytest.raises(CannotWrite), held(tmp_path, _holder("ana")):
        pytest.fail("both hold it")
    assert json.loads((tmp_path / NAME).read_text(encoding="utf-8"))["user"] == "mei"
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_a_folder_that_takes_no_files_is_said(tmp_path):
    with pytest.raises(CannotWrite, match="takes no files"), held(tmp_path / "gone", _holder("dana")):
        pytest.fail("held")


def test_a_full_disk_is_said_and_leaves_no_lock_behind(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(json, "dump", full)
    with pytest.raises(CannotWrite, match="No space left"), held(tmp_path, _holder("dana")):
        pytest.fail("held")
    assert list(tmp_path.iterdir()) == []
