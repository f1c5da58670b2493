"""The pace of a campaign: its days as columns under the lines of target and baseline."""

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from making.charts import Axis, Look, Recipe, chart
from making.drawing import Spot, text
from making.look import ATTENTION, BASELINE, BESIDE_KEY, CAMPAIGN, CONTENT, INK, KEY, LEFT, SECONDARY, Box, Type
from making.prototypes import close, finding
from making.tables import Col, Rows, column, table

MARGIN = 1.15  # left of the plot, for the labels of the value axis and the heads of the table's rows


def pace(deck: Deck) -> None:
    """Draw the days against target and baseline: up to a week over its table, longer ones alone."""
    slide = finding(deck, "pace optional needs=table:pace", unit=BESIDE_KEY)
    _chart(slide, height=3.1, plot=2.85, labels="")
    days = Col(CONTENT - MARGIN, "{{ head.* }}", "{{ row.* }}", align="ctr", left=0.06)
    place = Spot(slide, "table:pace", Box(LEFT, 5.06, 0, 0), alt="max_rows=4 height=1.74")
    table(place, [column("1", MARGIN, "l"), days], Rows(head=0.3, row=0.345, pad=0.02))
    close(slide)
    slide = finding(deck, "pace optional needs=chart:pace unless=table:pace", unit=BESIDE_KEY)
    _chart(slide, height=4.8, plot=4.2, labels=SECONDARY)
    close(slide)


def _chart(slide: Slide, height: float, plot: float, labels: str) -> None:
    text(Spot(slide, "text:key", KEY, alt="needs=chart:pace"), "{{ pace.key }}", Type(13, align="r"))
    recipe = Recipe(
        bars=[Look("Campaign", CAMPAIGN), Look("Below target", ATTENTION)],
        lines=[Look("Target", INK, width=1.5, dash="sysDash"), Look("Baseline", BASELINE, width=2)],
        gap=90,
        categories=Axis(labels=labels, ink=INK),
        values=Axis(labels=SECONDARY, least=0, grid=True),
        inner=Box(MARGIN / CONTENT, 0.15 / height, 1 - MARGIN / CONTENT, plot / height),
    )
    chart(Spot(slide, "chart:pace", Box(LEFT, 1.95, CONTENT, height)), recipe)
