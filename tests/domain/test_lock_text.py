"""A lock's record holds exactly what was locked: what is written reads back the same, and what was edited is refused."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaignctl.domain.document import Input
from campaignctl.domain.frames import Dtype, empty, framed
from campaignctl.domain.lock import FRAMES, LOCKED_LINES, Accepted, Lock, frozen
from campaignctl.domain.lock_text import BrokenLock, lock_from, text_of

MOMENT = st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the zone is drawn
WORD = st.text(max_size=12)
CELLS = {
    Dtype.WORD: WORD,
    Dtype.MONEY: st.integers(-(10**15), 10**15),
    Dtype.RATE: st.floats(allow_nan=False, allow_infinity=False),
    Dtype.INSTANT: MOMENT,
    Dtype.FLAG: st.booleans(),
}


@st.composite
def frames(draw, shape):
    length = draw(st.integers(0, 3))
    columns = {
        name: draw(st.lists(st.none() | CELLS[dtype], min_size=length, max_size=length))
        for name, dtype in shape.items()
    }
    return framed(columns, length, shape)


@st.composite
def locks(draw):
    return Lock(
        number=draw(st.integers(1, 99)),
        taken_at=draw(MOMENT),
        by=draw(WORD),
        campaign=draw(WORD),
        currency="USD",
        zone="America/Los_Angeles",
        platform_budget=draw(st.none() | st.integers(0, 10**12)),
        accepted=tuple(draw(st.lists(st.builds(Accepted, *[WORD] * 7), max_size=2))),
        inputs=tuple(draw(st.lists(st.builds(Input, WORD, WORD, st.integers(0, 9)), max_size=2))),
        applied=tuple(draw(st.lists(WORD, max_size=2))),
        everything=draw(st.booleans()),
        **{name: draw(frames(shape)) for name, shape in FRAMES.items()},
    )


def a_lock(**lines):
    length = len(next(iter(lines.values()), ()))
    held = {name: empty(shape) for name, shape in FRAMES.items()} | {"lines": framed(lines, length, LOCKED_LINES)}
    return Lock(1, datetime(2026, 11, 16, 18, tzinfo=UTC), "ines", "HD26", "USD", "America/Los_Angeles", **held)


@given(locks())
@settings(max_examples=60)
def test_what_is_written_reads_back_the_same(lock):
    assert lock_from(text_of(lock)) == lock


def test_an_amount_changed_by_hand_breaks_the_seal():
    text = text_of(a_lock(seller_id=["S-001"], deal_price=[2499]))
    assert "2499" in text
    with pytest.raises(BrokenLock, match="edited"):
        lock_from(text.replace("2499", "1999"))


def test_spaces_and_line_ends_may_change_on_the_way():
    lock = a_lock(seller_id=["S-001"], deal_price=[2499])
    assert lock_from(text_of(lock).replace("\n", "\r\n  ")) == lock


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"seal": 1}', '{"schema": 1}', "[" * 5000])
def test_what_is_no_lock_is_said_to_be_none(text):
    with pytest.raises(BrokenLock):
        lock_from(text)


def test_a_hostile_name_stays_one_cell():
    lock = a_lock(product_name=['=1+1 "</script>\n\u202e\U0001f600'])
    assert lock_from(text_of(lock)).lines["product_name"].tolist() == lock.lines["product_name"].tolist()


def test_two_locks_are_told_apart_by_a_single_cell():
    one, other = a_lock(stock=[10]), a_lock(stock=[11])
    assert one != other
    assert one == a_lock(stock=[10])


def test_a_frozen_frame_has_its_order_whatever_order_it_was_read_in():
    rows = framed({"seller_id": ["S-002", None, "S-001"], "stock": [2, 0, 1]}, 3, LOCKED_LINES)
    assert frozen(rows.iloc[::-1], LOCKED_LINES, ["seller_id"]).equals(frozen(rows, LOCKED_LINES, ["seller_id"]))
