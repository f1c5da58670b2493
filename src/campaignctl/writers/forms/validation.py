"""A cell refuses what can never be right (type, list, range) and says what is wrong, what is allowed, an example.

Lists that a team may add to only warn: whoever types a new name is asked, not stopped.
"""

from datetime import date
from typing import Any

from xlsxwriter.worksheet import Worksheet

from campaignctl.domain.forms import Column, Type
from campaignctl.writers.forms.faults import MOMENTS, NUMBERS, extra_words
from campaignctl.writers.forms.lists import Choice
from campaignctl.writers.forms.values import words
from campaignctl.writers.xlsx_style import checked, inert

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 1, 1)
TITLE_LONGEST, MESSAGE_LONGEST = 32, 255
_HUGE = 1e15  # beyond it Excel no longer keeps every digit

Place = tuple[int, int, int, int]
"""First row, first column, last row, last column; 0-based, both ends included."""


def validate(sheet: Worksheet, place: Place, column: Column, cell: str, choice: Choice | None, currency: str) -> None:  # noqa: PLR0913, PLR0917 - one cell's whole context
    """Give the cells of ``place`` their drop-down, input message and refusals; ``cell`` is the address of the first."""
    rule = _refusal(column, cell, choice)
    options = {"validate": "any", **rule, "ignore_blank": True, **_message(column, choice)}
    if rule:
        options |= _error(column, choice, currency)
    if rule or "input_message" in options:
        checked(sheet.data_validation(*place, options), f"the validation of {column.name}")


def keep(sheet: Worksheet, place: Place, column: Column) -> None:
    """Refuse typing over computed cells, on sheets that cannot be locked because they hold an outline."""
    options = {
        "validate": "custom",
        "value": "=FALSE",
        "ignore_blank": False,
        "error_title": _cut(f"{column.name} is computed", TITLE_LONGEST),
        "error_message": "It follows from what you filled. Press Esc to keep it.",
    }
    checked(sheet.data_validation(*place, options), f"the validation of {column.name}")


def _refusal(column: Column, cell: str, choice: Choice | None) -> dict[str, Any]:
    if choice is not None:
        return {"validate": "list", "source": f"={choice.name}", "error_type": "warning" if choice.open else "stop"}
    if column.type in NUMBERS:
        return _number(column, cell)
    if column.type in MOMENTS:
        return {"validate": "date", "criteria": "between", "minimum": EARLIEST, "maximum": LATEST}
    if column.type is Type.EMAIL:
        return {"validate": "custom", "value": f'=AND(ISNUMBER(FIND("@",{cell})),ISERROR(FIND(" ",{cell})))'}
    if column.longest is not None:
        return {"validate": "length", "criteria": "<=", "value": column.longest}
    return {}


def _number(column: Column, cell: str) -> dict[str, Any]:
    least = -_HUGE if column.least is None else column.least
    most = _HUGE if column.most is None else column.most
    accepted = extra_words(column)
    if not accepted:
        kind = "integer" if column.type is Type.INT else "decimal"
        return {"validate": kind, "criteria": "between", "minimum": _bound(least), "maximum": _bound(most)}
    whole = f",INT({cell})={cell}" if column.type is Type.INT else ""
    other = "".join(f',{cell}="{word}"' for word in accepted)
    number = f"IF(ISNUMBER({cell}),AND({cell}>={_bound(least)},{cell}<={_bound(most)}{whole}),FALSE)"
    return {"validate": "custom", "value": f"=OR({number}{other})"}


def _bound(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _message(column: Column, choice: Choice | None) -> dict[str, str]:
    text = "Choose from the list" if choice and column.hint.casefold() in ("", "list") else column.hint
    if not text:
        return {}
    full = _sentence(text) if not choice or "list" in text.casefold() else f"{_sentence(text)} Choose from the list."
    return {"input_title": _cut(column.name, TITLE_LONGEST), "input_message": _cut(full, MESSAGE_LONGEST)}


def _error(column: Column, choice: Choice | None, currency: str) -> dict[str, str]:
    example = words(column.example, column, currency)
    shown = f" Example: {example}" if example else ""
    ending = "" if not shown or shown.endswith(".") else "."
    title = f"{column.name}: {'not in the list' if choice else 'not possible'}"
    return {
        "error_title": _cut(title if len(title) <= TITLE_LONGEST else column.name, TITLE_LONGEST),
        "error_message": _cut(f"{column.name} takes {_allowed(column, choice)}.{shown}{ending}", MESSAGE_LONGEST),
    }


def _allowed(column: Column, choice: Choice | None) -> str:
    if choice is not None:
        listed = ", ".join(choice.words)
        where = f"a name that stands on the sheet {choice.home}" if choice.home else f"a word of its list: {listed}"
        return where if len(where) <= 180 else "a word of its list"
    if column.type in NUMBERS:
        kind = {Type.PERCENT: "a share", Type.INT: "a whole number"}.get(column.type, "a number")
        other = "".join(f", or {word}" for word in extra_words(column))
        return kind + _range(column) + other
    if column.type in MOMENTS:
        return ("a date" if column.type is Type.DATE else "a date and a time") + " between 2000 and 2100"
    return "an e-mail address" if column.type is Type.EMAIL else f"at most {column.longest} characters"


def _range(column: Column) -> str:
    scale, unit = (100, " %") if column.type is Type.PERCENT else (1, "")
    if column.least is not None and column.most is not None:
        return f" from {column.least * scale:g}{unit} to {column.most * scale:g}{unit}"
    if column.least is not None:
        return f" of {column.least * scale:g}{unit} or more"
    return f" of at most {column.most * scale:g}{unit}" if column.most is not None else ""


def _sentence(text: str) -> str:
    first = text[:1].upper() + text[1:]
    return first if first.endswith((".", "!", "?")) else first + "."


def _cut(text: str, longest: int) -> str:
    clean = inert(text)
    return clean if len(clean) <= longest else clean[: longest - 1].rstrip() + "…"
