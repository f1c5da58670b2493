"""Times in exports are local and say no zone: they are typed as they stand, in the forms that the layout states."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from campaignctl.marketplaces.layout import Dates
from campaignctl.readers.exports.clocks import Offset, shown
from campaignctl.readers.exports.engine import literal, moment
from campaignctl.readers.exports.plain_times import FORMS, serial, tidied, zoned

ISO = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M:%S.%g")
"""How times in a workbook's date cells reach the projection, beside whatever the layout says."""

EARLIEST, LATEST = datetime(2000, 1, 1), datetime(2100, 1, 1)  # noqa: DTZ001 - local times of no zone
"""Outside of these a time is a slip: 1/1/1970, the year 26, a serial number."""


SHORTEST = 5
"""Letters of the shortest cell that is worth a second look, a spreadsheet's day number: a miss costs dear."""


def instant(cell: str, text: str, forms: Sequence[str], clocks: Sequence[Offset] = ()) -> str:
    """Return the SQL of a local time, TIMESTAMP; NULL when none of the forms fits, nor any that means one time only.

    ``text`` is the cell with nothing around it; what is made of it is dearer, and tried second. Times that name their
    own zone are told where there are ``clocks`` to set them by.
    """
    first = tuple(dict.fromkeys((*forms, *ISO)))
    without_seconds = [form.replace(":%S", "") for form in first if ":%S" in form and "%g" not in form]
    dashed = [form.replace("/", "-") for form in (*first, *without_seconds) if form.startswith(("%d/", "%m/"))]
    second = tuple(dict.fromkeys((*first, *without_seconds, *dashed, *FORMS)))
    tried, more = (", ".join(map(literal, each)) for each in (first, second))
    otherwise = [f"try_strptime({tidied(text)}, [{more}])", serial(text)]
    otherwise += [shown(zoned(text), clocks)] if clocks else []
    again = f"CASE WHEN strlen({cell}) >= {SHORTEST} THEN coalesce({', '.join(otherwise)}) END"
    return f"CASE WHEN {cell} <> '' THEN coalesce(try_strptime({cell}, [{tried}]), {again}) END"


def can_be_meant(local: str) -> str:
    """Return the SQL of whether a local time lies in years in which orders are placed."""
    return f"{local} >= {moment(EARLIEST)} AND {local} < {moment(LATEST)}"


def forms(dates: Dates, order: str, examples: Sequence[str]) -> tuple[str, ...]:
    """Return the forms to try, those first that fit the file's first cells: a miss costs more than a hit."""
    tried = (*dates.always, *dates.order(order))
    return tuple(sorted(tried, key=lambda form: -sum(fits(example, form) for example in examples)))


def fits(cell: str, *forms: str) -> bool:
    """Whether a cell's text is a time in one of ``forms``."""
    for form in forms:
        with suppress(ValueError):
            datetime.strptime(cell, form.replace("%g", "%f"))  # noqa: DTZ007 - local times of no zone
            return True
    return False
