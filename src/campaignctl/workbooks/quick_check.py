"""A list sheet's last column says at once what is plainly wrong with its row.

Quick checks are few and local: what is missing, too long, out of range, or text where a number belongs follows from
the declaration; a sheet adds what only it knows. ``validate`` decides everything else. The formulas keep to functions
that Excel 2016 and LibreOffice both know.
"""

from collections.abc import Iterable, Sequence

from campaignctl.domain.forms import Class, Column, Type

OK = "✓ ok"
LOOK = "▲"
NAME = "Quick check"

Test = tuple[str, str]
"""A condition in Excel's words, with ``{key}`` for cells, and what to say when it holds."""

_NUMBERS = (Type.MONEY, Type.PERCENT, Type.INT, Type.NUMBER, Type.VALUE)
_DATES = (Type.DATE, Type.DATETIME)


def quick_check(
    columns: Sequence[Column], *tests: Test, visible: Class = Class.INTERNAL, entered_by: Sequence[str] = ()
) -> Column:
    """Return the ``Quick check`` column for a sheet of ``columns``; ``tests`` come after the declared ones.

    It says nothing of a row that is no entry: see ``Sheet.entered_by``.
    """
    keys = entered_by or [column.key for column in columns if column.is_input and column.in_form]
    filled = ",".join(f"{{{key}}}" for key in keys)
    verdict = f'"{OK}"'
    for condition, words in reversed([*_declared(columns), *tests]):
        verdict = f'IF({condition},"{LOOK} {_quoted(words)}",{verdict})'
    return Column(
        NAME,
        "quick_check",
        Type.COMPUTED,
        hint="filled by the sheet",
        example="example, not read",
        formula=f'=IF(COUNTA({filled})=0,"",{verdict})',
        visible=visible,
        width=34,
        aliases=("Check", "快速检查", "Revisión rápida"),
    )


def before(first: Column, second: Column) -> Test:
    """Return the test that ``second`` does not lie after ``first``; a whole day in an Ends column ends with the day."""
    start, end = f"{{{first.key}}}", f"{{{second.key}}}"
    until = f"N({end})+(INT(N({end}))=N({end}))" if second.ends else end
    condition = f"AND(COUNT({start},{end})=2,{until}<={start})"
    return condition, f"{second.name} is not after {first.name}"


def damaged(column: Column) -> Test:
    """Return the test that a spreadsheet turned a long ID into a number: its last digits are lost."""
    cell = f"{{{column.key}}}"
    return f'OR(ISNUMBER({cell}),ISNUMBER(FIND("E+",{cell})))', f"{column.name} is damaged: paste as text"


def _declared(columns: Sequence[Column]) -> Iterable[Test]:
    written = [column for column in columns if column.is_input and column.in_form]
    yield from (_missing(column) for column in written if column.required == "yes" or column.when)
    yield from (_typed(column) for column in written if column.type in (*_NUMBERS, *_DATES) and not column.folded)
    yield from (_too_long(column) for column in written if column.longest is not None)
    yield from (_outside(column) for column in written if _bounded(column))


def _missing(column: Column) -> Test:
    blank = f'{{{column.key}}}=""'
    if column.when is None:
        return blank, f"{column.name} is missing"
    key, words = column.when
    held = ",".join(f'{{{key}}}="{_quoted(word)}"' for word in words)
    return f"AND({blank},OR({held}))", f"{column.name} is missing"


def _quoted(words: str) -> str:
    return words.replace('"', '""')


def _typed(column: Column) -> Test:
    cell, what = f"{{{column.key}}}", "a date" if column.type in _DATES else "a number"
    words = ["", *(["No limit"] if column.no_limit else []), *(["None"] if column.typed_none else [])]
    other = ",".join(f'{cell}<>"{word}"' for word in words)
    return f"AND(NOT(ISNUMBER({cell})),{other})", f"{column.name} is not {what}"


def _too_long(column: Column) -> Test:
    cell = f"{{{column.key}}}"  # a number has no length of its own: a damaged ID gets its own words
    too_long = f"AND(NOT(ISNUMBER({cell})),LEN({cell})>{column.longest})"
    return too_long, f"{column.name} is over {column.longest} characters"


def _bounded(column: Column) -> bool:
    return column.type in _NUMBERS and (column.least is not None or column.most is not None)


def _outside(column: Column) -> Test:
    cell = f"{{{column.key}}}"
    sides = [f"{cell}<{column.least:g}"] if column.least is not None else []
    sides += [f"{cell}>{column.most:g}"] if column.most is not None else []
    return f"AND(ISNUMBER({cell}),OR({','.join(sides)}))", f"{column.name} is {_range(column)}"


def _range(column: Column) -> str:
    scale, unit = (100, " %") if column.type is Type.PERCENT else (1, "")
    if column.least is None:
        return f"over {(column.most or 0) * scale:g}{unit}"
    if column.most is None:
        return f"under {column.least * scale:g}{unit}"
    return f"not {column.least * scale:g}–{column.most * scale:g}{unit}"
