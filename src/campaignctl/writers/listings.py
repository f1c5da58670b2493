"""A workbook of listings: the sheets of a report, one per section, with its cards above and its rows below."""

import warnings
from pathlib import Path

from campaignctl.domain.document import Document
from campaignctl.writers.report.chart_numbers import find_numbers
from campaignctl.writers.report.charts import draw_chart
from campaignctl.writers.report.sections import write_section
from campaignctl.writers.xlsx_style import Styles, open_workbook


def write_listings(document: Document, path: Path) -> None:
    """Write ``document`` to ``path``, a sheet per section that has parts; equal documents give equal bytes.

    Raises as ``write_report`` does, which besides lists every figure with its definition.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # xlsxwriter warns where it leaves something out
        book = open_workbook(path, title=document.campaign)
        styles = Styles(book)
        pages = [write_section(book, styles, document, one) for one in document.sections if one.parts]
        for todo in find_numbers(book, styles, document, pages):
            draw_chart(book, todo)
        book.close()  # not by a with statement, which would write half a workbook after an error
