"""Rows change where they must: whatever cells there are, the others keep their bytes and all stay in order."""

import re
from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from campaignctl.domain.returns import Standing
from campaignctl.writers.returns.rows import Change, Rewriting, column_number, letters, row_and_column
from campaignctl.writers.returns.stretches import sheet_of, tags
from campaignctl.writers.returns.styles import EMPTY, Styles

PLACES = st.tuples(st.integers(1, 30), st.integers(1, 60))
CONTENTS = st.sampled_from(["<v>1</v>", "<f>A1</f><v>2</v>", '<is><t xml:space="preserve"> a</t></is>', ""])


def sheet(cells, *, gaps, prefix=""):
    """Write a sheet of ``cells`` (row and column to content); an empty content is a blank cell."""
    rows = defaultdict(dict)
    for (row, column), content in cells.items():
        rows[row][column] = content
    for row in gaps:
        rows.setdefault(row, {})
    p = prefix
    parts = []
    for row in sorted(rows):
        inside = "".join(
            f'<{p}c r="{letters(at)}{row}" s="0">{text}</{p}c>' if text else f'<{p}c r="{letters(at)}{row}" s="0"/>'
            for at, text in sorted(rows[row].items())
        )
        parts.append(f'<{p}row r="{row}" spans="1:5">{inside}</{p}row>' if inside else f'<{p}row r="{row}"/>')
    name = f":{p[:-1]}" if p else ""
    body = f"<{p}sheetData>{''.join(parts)}</{p}sheetData>" if parts else f"<{p}sheetData/>"
    return (
        f'<{p}worksheet xmlns{name}="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{body}</{p}worksheet>'
    )


def in_pieces(text, size):
    data = text.encode()
    return lambda: iter([data[at : at + size] for at in range(0, len(data), size)])


def cells_of(text):
    found = re.findall(r'<(?:x:)?c r="([A-Z]+\d+)"([^>]*?)(?:/>|>(.*?)</(?:x:)?c>)', text)
    return {row_and_column(place): (attributes, content) for place, attributes, content in found}


@given(
    st.dictionaries(PLACES, CONTENTS, max_size=40),
    st.sets(st.integers(1, 30), max_size=5),
    st.sets(PLACES, max_size=12),
    st.integers(1, 400),
    st.sampled_from(["", "x:"]),
)
def test_marks_go_where_they_belong_and_nothing_else_moves(cells, gaps, marks, size, prefix):
    before = sheet(cells, gaps=gaps, prefix=prefix)
    changes = defaultdict(dict)
    for row, column in marks:
        changes[row][column] = Change(mark=Standing.ERROR)
    opened = sheet_of(in_pieces(before, size))
    rewriting = Rewriting(tags(prefix.encode()), Styles(EMPTY), changes, lambda _: 0)
    rows = opened.rows
    opened.rows = lambda: rewriting.over(rows())
    after = b"".join(opened.pieces()).decode()
    old, now = cells_of(before), cells_of(after)
    assert now.keys() == old.keys() | marks
    assert list(now) == sorted(now)
    numbers = [int(row) for row in re.findall(r'<(?:x:)?row r="(\d+)"', after)]
    assert numbers == sorted(set(numbers))
    for place, (attributes, content) in now.items():
        assert content == old.get(place, ("", ""))[1]
        assert ('s="1"' in attributes) is (place in marks)
    assert rewriting.changed.made == {f"{letters(column)}{row}" for row, column in marks - old.keys()}


@given(st.integers(1, 16_384))
def test_letters_and_numbers_of_columns_are_each_others_inverse(column):
    assert column_number(letters(column)) == column


@given(st.text(max_size=12))
def test_any_words_are_a_place_or_none(words):
    at = row_and_column(words)
    assert at is None or row_and_column(f"{letters(at[1])}{at[0]}") == at
