"""What can never be right in a cell, as a condition in Excel's words; pasting passes by validation, colour does not.

Conditions are few and local: a number where an id belongs, text where a number belongs, out of range, too long,
an end before its start. Everything else is for ``validate``.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from campaignctl.domain.forms import Column, Type
from campaignctl.writers.forms.values import NO_LIMIT_WORDS, NONE_WORDS

NUMBERS = frozenset({Type.MONEY, Type.PERCENT, Type.INT, Type.NUMBER, Type.VALUE})
MOMENTS = frozenset({Type.DATE, Type.DATETIME})


def extra_words(column: Column) -> tuple[str, ...]:
    """Return the words that a number column accepts instead of a number."""
    return (NO_LIMIT_WORDS,) * column.no_limit + (NONE_WORDS,) * column.typed_none


def wrong(column: Column, cell: str, start: str = "") -> str:
    """Return the condition under which ``cell`` cannot be right; empty when anything may be.

    ``start`` is the cell that an *Ends* cell must not lie before.
    """
    tests = []
    if column.type in NUMBERS | MOMENTS:
        allowed = "".join(f',{cell}<>"{word}"' for word in extra_words(column))
        tests.append(f'AND({cell}<>"",NOT(ISNUMBER({cell})){allowed})')
    if column.type in NUMBERS and (outside := _outside(column, cell)):
        tests.append(f"AND(ISNUMBER({cell}),OR({outside}))")
    if column.type is Type.ID:
        tests.append(f"ISNUMBER({cell})")  # its last digits are lost
    if column.longest is not None:
        tests.append(f"LEN({cell})>{column.longest}")
    if start:
        # an end without a time means all of that day
        tests.append(f"AND(COUNT({cell},{start})=2,{cell}+(MOD({cell},1)=0)<={start})")
    return f"OR({','.join(tests)})" if len(tests) > 1 else "".join(tests)


def _outside(column: Column, cell: str) -> str:
    sides = [f"{cell}<{column.least:g}"] if column.least is not None else []
    sides += [f"{cell}>{column.most:g}"] if column.most is not None else []
    return ",".join(sides)


def required(column: Column, known: Sequence[str], cell: Any) -> str:
    """Return the condition under which the column must be filled; empty when never, ``TRUE`` when always.

    ``known`` are the keys of the sheet, ``cell`` gives the address of one.
    """
    if column.required == "yes":
        return "TRUE"
    if column.when is None or column.when[0] not in known:
        return ""
    key, words = column.when
    held = ",".join(f'{cell(key)}="{_quoted(word)}"' for word in words)
    return f"OR({held})"


def _quoted(word: str) -> str:
    return word.replace('"', '""')


def starts_of(columns: Sequence[Column]) -> dict[str, str]:
    """Return for each *Ends* column the key of the column before it, when that is when the thing starts."""
    pairs = pairwise(columns)
    return {
        last.key: first.key
        for first, last in pairs
        if last.ends and not first.ends and first.type is last.type and first.type in MOMENTS
    }
