"""The box that a chart of the page is drawn in: how long a value is there, and where its rows and columns stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document
from campaignctl.writers.report.drawn import Drawn

COLUMNS_WIDE, BARS_WIDE = 520.0, 360.0
TOP, BOTTOM, SIDE = 26.0, 26.0, 6.0


@dataclass(frozen=True, slots=True)
class Box:
    """A chart within its edges, in pixels; ``scale`` is what one unit of a figure takes, ``left`` where bars begin."""

    document: Document
    chart: Chart
    bars: Drawn
    plans: Sequence[Drawn]
    scale: float
    left: float
    high: float

    @property
    def foot(self) -> float:
        """Where columns stand."""
        return self.high - BOTTOM

    def middle(self, at: int) -> float:
        """Return the height at which the middle of a row of bars lies."""
        return (self.high - 8) / max(1, len(self.chart.categories)) * (at + 0.5) + 4

    @property
    def slot(self) -> float:
        """The width of one column's place."""
        return (COLUMNS_WIDE - 2 * SIDE) / max(1, len(self.chart.categories))

    def words(self, at: int) -> tuple[str, ...]:
        """Return the words of a category in every row it is held against."""
        shown = (row.values[at] for row in self.plans)
        return tuple(self.document.figures[one].words if one else "–" for one in shown)

    def value(self, figure_id: str | None) -> float:
        """Return how long a value is drawn; what is missing or below zero has no length."""
        return amount(self.document, figure_id) * self.scale


def amount(document: Document, figure_id: str | None) -> float:
    """Return a figure as a number that can be drawn, in its own unit: 0 where it is missing or below zero."""
    number = document.figures[figure_id].number if figure_id else None
    return max(0.0, number or 0.0)
