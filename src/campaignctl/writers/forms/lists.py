"""Drop-downs draw on named lists: words of the form on a hidden sheet, or the live names of another sheet."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook

from campaignctl.domain.forms import Column, Form, Type
from campaignctl.writers.forms.layout import Layout, ListLayout, on_tab
from campaignctl.writers.xlsx_style import HELP_TAB, SMALL_SIZE, Styles, checked, inert, new_sheet, quoted, write_text

TAB = "Lists"
YES_NO = ("Yes", "No")


@dataclass(frozen=True, slots=True)
class Choice:
    """A list as a cell's validation uses it. ``open`` lists may be added to, so a stranger is only warned about."""

    name: str
    open: bool
    words: tuple[str, ...] = ()
    home: str = ""  # the tab on which a live list grows


def choices(form: Form, layouts: Sequence[Layout]) -> dict[str, Choice]:
    """Return every list that the form's columns use, by ``list_id`` of the column."""
    found: dict[str, Choice] = {}
    for layout in layouts:
        for column in layout.columns:
            key = list_id(column)
            if key and key not in found and (choice := _choice(column, form, layouts, len(found) + 1)):
                found[key] = choice
    return found


def list_id(column: Column) -> str:
    """Return what tells the column's list from others; empty when it has none or holds several words."""
    if column.type is Type.YES_NO:
        return "yes/no"
    if column.type is Type.LIST:
        return ""
    return column.choices_from or ("\n".join(column.choices) if column.choices else "")


def _choice(column: Column, form: Form, layouts: Sequence[Layout], number: int) -> Choice | None:
    live = live_sheet(column.choices_from, layouts)
    if live is not None:
        return Choice(f"live_{_slug(live.filled.sheet.key)}", open=True, home=live.tab)
    words = list_words(column, form)
    if not words:
        return None
    kind = column.choices_from.partition(":")[0]
    stem = _slug(column.choices_from or ("yes no" if column.type is Type.YES_NO else column.key))
    return Choice(f"list_{number}_{stem}", open=kind == "team", words=words)


def list_words(column: Column, form: Form) -> tuple[str, ...]:
    """Return the words of a column's list, as text that a cell can hold."""
    if column.type is Type.YES_NO:
        return YES_NO
    words = form.lists.get(column.choices_from, column.choices) if column.choices_from else column.choices
    return tuple(dict.fromkeys(inert(str(word)) for word in words if str(word).strip()))


def live_sheet(choices_from: str, layouts: Sequence[Layout]) -> ListLayout | None:
    """Return the sheet of this form that ``sheet:contacts`` speaks of; None for any other list."""
    kind, _, wanted = choices_from.partition(":")
    for layout in layouts:
        names = (layout.filled.sheet.key.casefold(), layout.filled.sheet.name.casefold())
        if kind == "sheet" and isinstance(layout, ListLayout) and wanted.casefold() in names:
            return layout
    return None


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", text.casefold()).strip("_") or "words"


def define_live(book: Workbook, layouts: Sequence[Layout], found: Mapping[str, Choice]) -> None:
    """Name the filled part of the first column of each sheet that others choose from, so that it grows by itself."""
    for key, choice in found.items():
        home = live_sheet(key, layouts)
        if home is not None:
            area = on_tab(home, home.area(home.columns[0].key))
            top = area.split(":")[0]
            checked(
                book.define_name(choice.name, f"={top}:INDEX({area},MAX(1,COUNTA({area})))"), f"the name {choice.name}"
            )


def write_lists(book: Workbook, styles: Styles, found: Mapping[str, Choice]) -> None:
    """Write the fixed lists on a hidden sheet, one column each under its name, and define the names."""
    fixed = [choice for choice in found.values() if choice.words]
    if not fixed:
        return
    sheet = new_sheet(book, TAB, HELP_TAB)
    sheet.hide()
    for at, choice in enumerate(fixed):
        write_text(sheet, 0, at, choice.name, styles(bold=True, size=SMALL_SIZE))
        for row, word in enumerate(choice.words, start=1):
            write_text(sheet, row, at, word, styles(num_format="@"))
        letter = xl_col_to_name(at)
        area = f"{quoted(str(sheet.name))}!${letter}$2:${letter}${len(choice.words) + 1}"
        checked(book.define_name(choice.name, f"={area}"), f"the name {choice.name}")
        sheet.set_column(at, at, 24)
