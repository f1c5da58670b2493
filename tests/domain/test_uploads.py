"""A file to key in is called after its promotion, whatever its id looks like, and is known again by that name."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignctl.domain.uploads import file_stems, promotion_of

SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def test_a_plain_id_is_its_own_name():
    assert file_stems(["HD26-02"]) == {"HD26-02": "HD26-02"}


@pytest.mark.parametrize(
    "id_",
    ["", " ", "..", "../../etc/passwd", "C:\\x", "a/b", "=1+1", "con", "NUL.txt", "促销", "x" * 300, "a\x00b", "\u202eevil", "-", "</script>"],
)  # fmt: skip
def test_a_bad_file_name_becomes_a_good_one_and_is_known_again(id_):
    ids = ["HD26-01", id_]
    stem = file_stems(ids)[id_]
    assert SAFE.fullmatch(stem)
    assert len(stem) <= 70
    assert stem.split(".")[0].casefold() not in {"con", "nul"}
    assert promotion_of(f"{stem}-1", ids) == id_


def test_ids_that_a_disk_takes_for_one_get_two_names():
    stems = file_stems(["hd-1", "HD-1", "HD/1", "HD?1"])
    assert len({stem.casefold() for stem in stems.values()}) == 4


@pytest.mark.parametrize(
    ("stem", "promotion"),
    [
        ("HD26-1", "HD26"),
        ("HD26-1-1", "HD26-1"),
        ("hd26-1-12", "HD26-1"),
        ("HD26-1 (2)", "HD26"),
        ("HD26-1-1 - Copy", "HD26-1"),
        ("HD26", None),
        ("HD27-1", None),
        ("HD26-0", None),
        ("All order-2026-11-27-08_00", None),
        ("", None),
    ],
)
def test_a_file_is_told_by_its_name(stem, promotion):
    assert promotion_of(stem, ["HD26", "HD26-1"]) == promotion


@given(st.lists(st.text(max_size=80), max_size=8, unique=True))
def test_every_promotion_is_found_by_its_files(ids):
    stems = file_stems(ids)
    assert len({stem.casefold() for stem in stems.values()}) == len(ids)
    assert all(promotion_of(f"{stems[id_]}-{part}", ids) == id_ for id_ in ids for part in (1, 300))
