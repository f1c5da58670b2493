"""A workbook in the making: the book, its looks, the form, where its sheets stand and which lists they draw on."""

from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from campaignctl.domain.forms import Column, Form
from campaignctl.writers.forms.layout import Layout
from campaignctl.writers.forms.lists import Choice
from campaignctl.writers.forms.looks import star
from campaignctl.writers.xlsx_style import Styles, checked, inert


@dataclass(frozen=True, slots=True)
class Draft:
    """What every sheet of the form needs to be written."""

    book: Workbook
    styles: Styles
    form: Form
    layouts: tuple[Layout, ...]
    choices: Mapping[str, Choice]

    @property
    def currency(self) -> str:
        """The code of the currency of all amounts."""
        return self.form.currency

    def name(self, sheet: Worksheet, at: tuple[int, int], column: Column, font: Format, look: Format) -> None:
        """Write a column's name, with a star in the colour of attention when it is required.

        A rich string carries its own fonts: ``font`` is the name's, ``look`` the cell's.
        """
        name = inert(column.name)
        if column.required == "yes" and column.is_asked:
            code = sheet.write_rich_string(*at, font, name, star(self.styles), " *", look)
        else:
            code = sheet.write_string(*at, name, look)
        checked(code, f"the name of {column.name}")
