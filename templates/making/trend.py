"""The pace of a campaign: its hours, days or weeks as columns under the lines of target and baseline."""

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from making.charts import Axis, Look, Recipe, chart
from making.drawing import Spot, lines_of_text, rule, text
from making.look import (
    ATTENTION,
    BASELINE,
    BESIDE_KEY,
    CAMPAIGN,
    CONTENT,
    GRID,
    INK,
    KEY,
    LEFT,
    RIGHT,
    SECONDARY,
    Box,
    Type,
)
from making.prototypes import UNIT_LINE, close, fill_in, finding
from making.tables import Col, Rows, column, table

MARGIN = 1.15  # left of the plot, for the labels of the value axis and the heads of the table's rows


def pace(deck: Deck) -> None:
    """Draw a short campaign by the hour over the table of its days; else by day, longer ones without a table."""
    slide = finding(deck, "pace optional needs=chart:pace-hours", unit=BESIDE_KEY - 1)
    fill_in(slide, UNIT_LINE, "text:unit", "GMV per hour, {{ pace-hours.unit }}")
    rule(Spot(slide, "between:pace-hours", Box(RIGHT, 2.1, 0, 4.68)), GRID, 0.75)
    _chart(slide, "pace-hours", 3.1, 2.85, Axis(ink=INK))
    _notes(slide)
    _table(slide)
    close(slide)
    slide = finding(deck, "pace optional needs=table:pace unless=chart:pace-hours", unit=BESIDE_KEY)
    _chart(slide, "pace", 3.1, 2.85, Axis(ink=INK))
    _table(slide)
    close(slide)
    slide = finding(deck, "pace optional needs=chart:pace unless=table:pace", unit=BESIDE_KEY)
    _chart(slide, "pace", 4.8, 4.2, Axis(labels=SECONDARY, ink=INK))
    close(slide)


def _chart(slide: Slide, slug: str, height: float, plot: float, categories: Axis) -> None:
    by_hour = slug == "pace-hours"
    wider = 1 if by_hour else 0  # for a word more, which says that an hour is not over yet
    key = Box(KEY.x - wider, KEY.y, KEY.w + wider, KEY.h)
    spot = Spot(slide, "text:key", key, alt=f"needs=chart:{slug}")
    text(spot, f"{{{{ {slug}.key }}}}", Type(13, align="r"))
    recipe = Recipe(
        bars=[Look("Campaign", CAMPAIGN), Look("Below target", ATTENTION)],
        lines=[
            Look("Target pace" if by_hour else "Target", INK, width=1.5, dash="sysDash"),
            Look("Baseline", BASELINE, width=2),
        ],
        gap=28 if by_hour else 90,
        categories=categories,
        values=Axis(labels=SECONDARY, least=0, grid=True),
        inner=Box(MARGIN / CONTENT, 0.15 / height, 1 - MARGIN / CONTENT, plot / height),
    )
    chart(Spot(slide, f"chart:{slug}", Box(LEFT, 1.95, CONTENT, height)), recipe)


def _notes(slide: Slide) -> None:
    """Draw the note of the peak, and that of the stretch that fell below its target with a line down to it."""
    bold, plain = Type(12, bold=True, align="ctr"), Type(12, align="ctr")
    spot = Spot(slide, "note:pace-hours@1", Box(10.2, 2.2, 2.4, 0.2), alt="needs=pace-notes.1")
    text(spot, "{{ pace-notes.1 }}", bold)
    line = Spot(slide, "note-line:pace-hours@2", Box(8.0, 2.7, 0, 1.0), alt="needs=pace-notes.2")
    rule(line, ATTENTION, 1)
    spot = Spot(slide, "note:pace-hours@2", Box(7.0, 2.2, 2.6, 0.4), alt="needs=pace-notes.2")
    lines_of_text(spot, [("{{ pace-notes.2 }}", bold), ("{{ pace-notes.3 }}", plain)])


def _table(slide: Slide) -> None:
    days = Col(CONTENT - MARGIN, "{{ head.* }}", "{{ row.* }}", align="ctr", left=0.03)
    place = Spot(slide, "table:pace", Box(LEFT, 5.06, 0, 0), alt="max_rows=4 height=1.74")
    table(place, [column("1", MARGIN, "l"), days], Rows(head=0.3, row=0.345, pad=0.02))
