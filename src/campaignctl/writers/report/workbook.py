"""A report is a workbook of one sheet per section, then the numbers behind its charts, then every figure."""

import warnings
from pathlib import Path

from xlsxwriter.workbook import Workbook

from campaignctl.domain.document import Document, Section
from campaignctl.writers.report.chart_numbers import find_numbers
from campaignctl.writers.report.charts import draw_chart
from campaignctl.writers.report.dashboard import write_dashboard
from campaignctl.writers.report.figure_sheet import write_figures
from campaignctl.writers.report.page import Page
from campaignctl.writers.report.sections import write_section
from campaignctl.writers.report.trends import draw_trends
from campaignctl.writers.xlsx_style import Styles, open_workbook

DASHBOARD = "dashboard"
"""The section that has a sheet of its own kind: one that is chosen from."""


def write_report(document: Document, path: Path) -> None:
    """Write ``document`` to ``path`` as a workbook; equal documents give equal bytes.

    A section without parts, such as a cover, has no sheet.

    Raises ``XlsxRefused`` or the warning itself when xlsxwriter does not take something as it stands; ``KeyError``
    when a part names a figure that the document does not have.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # xlsxwriter warns where it leaves something out
        book = open_workbook(path, title=document.campaign)
        styles = Styles(book)
        pages = [_written(book, styles, document, one) for one in document.sections if one.parts]
        draw_trends(pages)
        for todo in find_numbers(book, styles, document, pages):
            draw_chart(book, todo)
        write_figures(book, styles, document)
        book.close()  # not by a with statement, which would write half a report after an error


def _written(book: Workbook, styles: Styles, document: Document, section: Section) -> Page:
    if section.slug == DASHBOARD and document.cube is not None:
        return write_dashboard(book, styles, document, section, document.cube)
    return write_section(book, styles, document, section)
