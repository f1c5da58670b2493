"""A record is one immutable file; the same inputs twice add nothing."""

import pytest

from campaignctl.folder.outputs import Outputs
from campaignctl.folder.records import add, records

A, B = "a" * 64, "b" * 64


def _add(folder, stamp, digest, text="{}"):
    return add(folder, "figures", stamp, digest, text, Outputs())


def test_a_record_is_named_by_its_time_and_its_hash(tmp_path):
    path = _add(tmp_path, "20261126T080000Z", A)
    assert path == tmp_path / "record" / "figures" / f"20261126T080000Z-{'a' * 12}.json"
    assert [(record.stamp, record.hash) for record in records(tmp_path, "figures")] == [("20261126T080000Z", "a" * 12)]


def test_the_newest_comes_last_whatever_order_they_were_added_in(tmp_path):
    for stamp, digest in (("20261127T080000Z", A), ("20261126T080000Z", B)):
        _add(tmp_path, stamp, digest)
    assert [record.hash[0] for record in records(tmp_path, "figures")] == ["b", "a"]


def test_the_same_inputs_as_the_newest_add_nothing(tmp_path):
    _add(tmp_path, "20261126T080000Z", A)
    assert _add(tmp_path, "20261127T080000Z", A, "other") is None
    assert len(records(tmp_path, "figures")) == 1


def test_inputs_that_came_back_after_others_are_a_record_of_their_own(tmp_path):
    for stamp, digest in (("20261126T080000Z", A), ("20261127T080000Z", B), ("20261128T080000Z", A)):
        assert _add(tmp_path, stamp, digest) is not None
    assert len(records(tmp_path, "figures")) == 3


def test_a_record_is_never_written_over(tmp_path):
    path = _add(tmp_path, "20261126T080000Z", A, "first")
    _add(tmp_path, "20261127T080000Z", B)
    assert _add(tmp_path, "20261126T080000Z", A, "second") is None
    assert path.read_text(encoding="utf-8") == "first"


@pytest.mark.parametrize(
    "name",
    ["notes.json", "20261126-aaaa.json", "~$20261126T080000Z-aaaaaaaaaaaa.json", "20261126T080000Z-aaaaaaaaaaaa.txt"],
)
def test_files_with_other_names_are_no_records(tmp_path, name):
    place = tmp_path / "record" / "figures"
    place.mkdir(parents=True)
    (place / name).touch()
    assert records(tmp_path, "figures") == ()
    assert records(tmp_path, "rounds") == ()


@pytest.mark.parametrize(("stamp", "digest"), [("2026-11-26", A), ("20261126T080000Z", "xyz"), ("../evil", A)])
def test_a_name_that_no_record_can_have_is_the_callers_fault(tmp_path, stamp, digest):
    with pytest.raises(ValueError, match="no name of a record"):
        _add(tmp_path, stamp, digest)
