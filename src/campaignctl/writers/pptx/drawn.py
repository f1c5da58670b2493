"""What a chart draws: its figures, as sizes or as parts of a whole."""

from collections.abc import Iterator
from typing import Any

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document
from campaignctl.domain.figures import Figure


def is_share(shape: Any) -> bool:
    """Whether a chart draws parts of a whole: its axis counts percent, whatever the figures do."""
    return bool(shape.chart._chartSpace.xpath(".//c:grouping[@val='percentStacked']"))  # noqa: SLF001 (all plots at once)


def figures(chart: Chart, document: Document) -> Iterator[Figure]:
    """Yield the figures of a chart, series by series."""
    return (document.figures[value] for series in chart.series for value in series.values if value is not None)
