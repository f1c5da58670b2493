"""What a deck template is expected to hold: for every section that it shows, the charts and tables of that section.

A team may leave a whole slide out. A slide that is there but lacks a named shape has most likely lost it in editing,
and is refused before anything is written.
"""

from collections.abc import Iterable, Mapping

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Document
from campaignctl.domain.errors import BadTemplate
from campaignctl.domain.tables import Table

DECK: Mapping[str, tuple[str, ...]] = {
    "cover": ("chart:gmv-by-day",),
    "scorecard": ("table:scorecard", "chart:percent-of-target"),
    "pace": ("chart:pace", "table:pace"),
    "drivers": ("chart:drivers", "table:drivers"),
    "lift": ("chart:lift", "table:lift-rows", "table:lift-money"),
    "roi": ("table:roi-rows", "chart:cost", "chart:roi"),
    "sellers": ("chart:above", "chart:below", "table:sellers-above", "table:sellers-below"),
    "promised": ("table:promised-worst", "chart:promised-price", "chart:promised-stock", "chart:promised-streams"),
    "streams": ("table:streams", "chart:stream-gpm"),
    "next": ("table:next",),
    "definitions": ("table:definitions", "table:data"),
    "insights": ("table:insights",),
}

POINTS = ("lift", "roi")
"""Charts of estimates: a marker with its interval per row."""

BY_CATEGORY = ("column", "bar", "line", "area")
"""How the kinds of all other charts begin."""

REPEATED = ("category", "seller")
"""What a slide can be repeated for."""


def check(template: str, shown: Mapping[str, Iterable[str]], document: Document) -> None:
    """Raise ``BadTemplate`` naming every shape that ``document`` needs and the slides of its section lack.

    ``shown`` gives, by section, the names of all shapes on that section's slides.
    """
    held = {name for section in document.sections for name in _names(section.parts)}
    gaps = {
        section: [name for name in DECK.get(section, ()) if name in held and name not in set(names)]
        for section, names in shown.items()
    }
    lacking = [f"{', '.join(names)} (section {section})" for section, names in gaps.items() if names]
    if lacking:
        raise BadTemplate(
            f"{template} lacks shapes that this report needs: {'; '.join(lacking)}.",
            "Name the shapes so in PowerPoint's Selection Pane, or take the section's slide out of the template.",
        )


def _names(parts: Iterable[object]) -> list[str]:
    kinds = {Chart: "chart", Table: "table"}
    return [f"{kinds[type(part)]}:{part.slug}" for part in parts if isinstance(part, Chart | Table)]
