"""Files that move while they are read are read again; half of an old state and half of a new one is never an answer."""

import os

import pytest

from campaignctl.domain.errors import CannotRead
from campaignctl.folder.still import TRIES, read_still


@pytest.fixture
def shop(tmp_path):
    path = tmp_path / "exports" / "S-001" / "orders.csv"
    path.parent.mkdir(parents=True)
    path.write_text("old", encoding="utf-8")
    return path


class Reader:
    """Reads a file ``times`` times while somebody does something to it."""

    def __init__(self, path, times, do):
        self.path, self.times, self.do, self.reads = path, times, do, 0

    def __call__(self):
        self.reads += 1
        said = self.path.read_text(encoding="utf-8")
        if self.reads <= self.times:
            self.do(self.path)
        return said


def _files(folder):
    return lambda: folder.rglob("*.csv")


def _grow(path):
    with path.open("a", encoding="utf-8") as file:
        file.write("er")


def _replace(path):
    other = path.with_suffix(".new")
    other.write_text("new", encoding="utf-8")
    stamp = path.stat().st_mtime_ns + 5
    os.utime(other, ns=(stamp, stamp))
    other.replace(path)


def _add(path):
    path.with_name(f"{len(list(path.parent.iterdir()))}.csv").write_text("more", encoding="utf-8")


def test_files_that_stand_still_are_read_once(tmp_path, shop):
    reader = Reader(shop, 0, _grow)
    assert read_still(reader, tmp_path, _files(tmp_path)) == "old"
    assert reader.reads == 1


@pytest.mark.parametrize(("do", "said"), [(_grow, "older"), (_replace, "new"), (_add, "old")])
def test_a_file_that_grows_is_replaced_or_comes_is_read_as_it_ends(tmp_path, shop, do, said):
    reader = Reader(shop, 1, do)
    assert read_still(reader, tmp_path, _files(tmp_path)) == said
    assert reader.reads == 2


def test_a_file_that_never_rests_ends_the_run_and_is_named(tmp_path, shop):
    with pytest.raises(CannotRead) as caught:
        read_still(Reader(shop, TRIES, _grow), tmp_path, _files(tmp_path))
    assert caught.value.what == "exports/S-001/orders.csv changed while the campaign was read."
    assert caught.value.todo == "Wait until nobody copies or saves there, then run the same command again."


def test_what_fails_because_a_file_is_in_motion_is_tried_again(tmp_path, shop):
    def read():
        if shop.read_text(encoding="utf-8") == "old":
            _replace(shop)
            raise CannotRead("half a file", "wait")
        return "whole"

    assert read_still(read, tmp_path, _files(tmp_path)) == "whole"


def test_what_fails_while_all_stands_still_fails_at_once(tmp_path):
    def read():
        raise CannotRead("no workbook", "mend it")

    with pytest.raises(CannotRead, match="no workbook"):
        read_still(read, tmp_path, _files(tmp_path))
