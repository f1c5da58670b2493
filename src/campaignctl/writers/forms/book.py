"""A form becomes a workbook: how to fill it, its sheets in order, and the hidden lists they draw on."""

from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from campaignctl.domain.forms import Form
from campaignctl.writers.forms.draft import Draft
from campaignctl.writers.forms.guide import TAB as GUIDE
from campaignctl.writers.forms.guide import write_guide
from campaignctl.writers.forms.layout import Layout, ListLayout, lay_out
from campaignctl.writers.forms.list_sheet import write_list
from campaignctl.writers.forms.lists import TAB as LISTS
from campaignctl.writers.forms.lists import choices, define_live, write_lists
from campaignctl.writers.forms.record_sheet import write_record
from campaignctl.writers.streamed_sheet import StreamedSheet
from campaignctl.writers.xlsx_style import HELP_TAB, Styles, new_sheet, open_workbook, strict


def write_form(form: Form, path: Path) -> None:
    """Write ``form`` to ``path``; equal forms give equal bytes.

    Formulas whose result is not known without Excel keep an empty value: Excel and LibreOffice calculate them when
    the workbook opens. Raises ``XlsxRefused`` when the form cannot be a workbook, ``OSError`` when the file cannot
    be made; what then stands at ``path`` is no workbook.
    """
    layouts = lay_out(form, taken=[GUIDE, LISTS])
    with strict():
        book = open_workbook(path, form.properties, form.title, form.saved)
        styles = Styles(book)
        draft = Draft(book, styles, form, layouts, choices(form, layouts))
        guide = new_sheet(book, GUIDE, HELP_TAB)
        sheets = [new_sheet(book, layout.tab, kind=_kind(layout)) for layout in layouts]
        write_guide(draft, guide)
        for layout, sheet in zip(layouts, sheets, strict=True):
            if isinstance(layout, ListLayout):
                write_list(draft, layout, sheet)
            else:
                write_record(draft, layout, sheet)
        define_live(book, layouts, draft.choices)
        write_lists(book, styles, draft.choices)
        first = next((at for at, layout in enumerate(layouts) if layout.filled.sheet.worklist), None)
        (guide if first is None else sheets[first]).activate()
        book.close()


def _kind(layout: Layout) -> type[Worksheet] | None:
    """Return the kind of sheet that holds ``layout``: a worklist may have a line for each of a campaign's SKUs."""
    return StreamedSheet if isinstance(layout, ListLayout) and layout.worklist else None
