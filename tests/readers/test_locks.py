"""The newest lock that is as it was written counts; one that was edited is named and passed over."""

import pytest

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.lock_text import text_of
from campaignctl.domain.observations import Kind
from campaignctl.readers.locks import read_locks
from campaignctl.rules.examples import case_from

LOCK = case_from(draw("""
Locked Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 500
""")).lock  # fmt: skip
OLD, NEW = "20261117T020000Z-aaaaaaaaaaaa.json", "20261118T020000Z-bbbbbbbbbbbb.json"


def put(folder, name, text):
    place = folder / "record" / "locks"
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_bytes(text if isinstance(text, bytes) else text.encode())


def test_without_a_record_there_is_no_lock(tmp_path):
    assert read_locks(tmp_path).newest is None


def test_a_lock_on_record_is_read_as_it_was_taken(tmp_path):
    put(tmp_path, OLD, text_of(LOCK))
    found = read_locks(tmp_path)
    assert found.newest == LOCK
    assert found.observations == ()


@pytest.mark.parametrize(
    "text",
    [
        text_of(LOCK).replace("2499", "1999"),
        text_of(LOCK)[:400],
        b"\xff\xfe\x00\x01",
        b"",
        text_of(LOCK).replace('"seal": "', '"seal": "0'),
    ],
    ids=["edited", "cut off", "no text", "empty", "another seal"],
)
def test_a_record_that_is_not_as_written_does_not_count_and_is_named(tmp_path, text):
    put(tmp_path, OLD, text_of(LOCK))
    put(tmp_path, NEW, text)
    found = read_locks(tmp_path)
    assert found.newest == LOCK
    assert [(o.kind, o.place.file, o.value) for o in found.observations] == [
        (Kind.BROKEN_RECORD, f"record/locks/{NEW}", NEW)
    ]
