"""The data dictionary: every sheet and column that people fill, in words, from the declarations alone."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from campaignctl.domain.forms import Class, Column, Sheet, Type
from campaignctl.workbooks.books import DECIDE, FOLLOW_UP, REGISTRATION, SETUP
from campaignctl.workbooks.choices import TEAM_LISTS

_CLASSES = {Class.PUBLIC: "may go to sellers", Class.INTERNAL: "internal", Class.RESTRICTED: "restricted"}
_FROM = {
    "profile:marketplaces": "the marketplaces known",
    "profile:tools": "the marketplace's tools",
    "profile:zones": "the marketplace's zones",
    "profile:currencies": "the marketplace's currency",
}
_LEGEND = (
    "*Required*: yes, no, or the condition. ▸ = stands in a closed group. *Restricted* = seen only by its own seller, "
    "in `prices.xlsx` and in the roster."
)


def dictionary() -> str:
    """Return the data dictionary as Markdown: one table per sheet, one line per column."""
    parts = [
        "# The workbooks that people fill",
        "This page is made from the declarations; edit those.",
        _LEGEND,
        *_book("campaign.xlsx: the set-up workbook", SETUP),
        *_book("registration-form.xlsx: what a seller fills", REGISTRATION),
        *_book("decide.xlsx: what the team decides of each line", DECIDE),
        *_book("actions.xlsx: what became of what a report asked for", FOLLOW_UP),
        *_team_lists(),
    ]
    return "\n\n".join(parts) + "\n"


def _book(title: str, sheets: Iterable[Sheet]) -> list[str]:
    return [f"## {title}", *(part for sheet in sheets for part in _sheet(sheet))]


def _sheet(sheet: Sheet) -> list[str]:
    kind = "one value a line" if sheet.record else f"{sheet.rows} rows made ready"
    kind = "all rows come filled" if sheet.worklist else kind
    needed = "" if sheet.required else " May be left out."
    head = "| Field | Type | Required | Choices or default | Hint | Example | Who may see it | Also read as |"
    table = [head, "|---|---|---|---|---|---|---|---|", *(_line(sheet, column) for column in sheet.columns)]
    return [f"### {sheet.name}", f"{sheet.purpose} ({kind}; frame `{sheet.key}`.){needed}", "\n".join(table)]


def _line(sheet: Sheet, column: Column) -> str:
    marks = " ▸" if column.folded else "" if column.in_form else " (not in the form)"
    marks += " (comes filled)" if column.given else ""
    cells = (
        f"{column.name}{marks}<br>`{column.key}`",
        _type(column),
        _required(sheet, column),
        _choices(column),
        column.hint,
        _example(column),
        _CLASSES[column.visible],
        ", ".join(column.aliases),
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _type(column: Column) -> str:
    words = [column.type.value]
    if column.longest is not None:
        words.append(f"≤ {column.longest} characters")
    scale, unit = (100, " %") if column.type is Type.PERCENT else (1, "")
    if column.least is not None and column.most is not None:
        words.append(f"{column.least * scale:g}–{column.most * scale:g}{unit}")
    elif column.least is not None:
        words.append(f"≥ {column.least * scale:g}{unit}")
    words += ["or No limit"] if column.no_limit else []
    words += ["or None"] if column.typed_none else []
    words += ["a day means all of it"] if column.ends else []
    return ", ".join(words)


def _required(sheet: Sheet, column: Column) -> str:
    if column.required != "if":
        return column.required
    if column.when is None:
        return "if (see hint)"
    key, words = column.when
    return f"if {sheet.column(key).name} is {', '.join(word or 'blank' for word in words)}"


def _choices(column: Column) -> str:
    words = " · ".join(column.choices) or _source(column.choices_from)
    default = f"default {column.default}" if column.default else ""
    return "; ".join(part for part in (words, default) if part)


def _source(name: str) -> str:
    kind, _, key = name.partition(":")
    if kind == "sheet":
        return f"from {next(sheet.name for sheet in SETUP if sheet.key == key)}"
    return f"the team's {key}" if kind == "team" else _FROM.get(name, name)


def _example(column: Column) -> str:
    value: Any = column.example
    if value is None or (column.type is Type.COMPUTED and isinstance(value, str)):
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, Decimal) and _is_share(column, value):
        return f"{value * 100:.0f} %"
    return value.isoformat() if isinstance(value, date) else str(value)


def _is_share(column: Column, value: Decimal) -> bool:
    return column.type is Type.PERCENT or (column.type in (Type.VALUE, Type.COMPUTED) and value < 1)


def _team_lists() -> list[str]:
    lines = [f"- **{name.partition(':')[2].capitalize()}**: {' · '.join(words)}" for name, words in TEAM_LISTS.items()]
    return ["## Lists that a team may edit", "\n".join(lines)]
