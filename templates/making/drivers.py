"""What drove the change: a bridge from the baseline to the campaign, the numbers behind its steps, and a note."""

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from making.charts import Axis, Look, Recipe, chart
from making.drawing import Spot, rectangle, text
from making.look import ATTENTION, BASELINE, CAMPAIGN, GOOD, INK, LEFT, PAPER, TINT, Box, Type
from making.prototypes import close, finding
from making.tables import Rows, column, table

SIDE, SIDE_WIDTH = 9.0, 3.733


def drivers(deck: Deck) -> None:
    """Draw the steps as floating columns between baseline and campaign, and what stands behind them."""
    slide = finding(deck, "drivers optional needs=chart:drivers", unit=SIDE - LEFT - 0.3)
    recipe = Recipe(
        bars=[
            Look("Base", ""),
            Look("Baseline", BASELINE, label=INK, place="inEnd"),
            Look("Up", GOOD),
            Look("Down", ATTENTION),
            Look("Campaign", CAMPAIGN, label=PAPER, place="inEnd"),
        ],
        grouping="stacked",
        gap=50,
        categories=Axis(labels=INK, ink=INK),
        values=Axis(least=0),
        inner=Box(0, 0.02, 1, 0.82),
        label_size=14,
    )
    chart(Spot(slide, "chart:drivers", Box(LEFT, 2.0, 7.9, 4.7)), recipe)
    head = Spot(slide, "text:behind", Box(SIDE, 2.02, SIDE_WIDTH, 0.3), alt="needs=table:drivers")
    text(head, "{{ drivers.caption }}", Type(14, bold=True))
    columns = [column("what", 1.15, "l"), column("baseline", 0.78), column("campaign", 0.9), column("change", 0.903)]
    place = Spot(slide, "table:drivers", Box(SIDE, 2.4, 0, 0), alt="max_rows=6 height=2.4")
    table(place, columns, Rows(head=0.33, row=0.5, size=12, pad=0.02))
    _note(slide)
    close(slide)


def _note(slide: Slide) -> None:
    needs = "needs=drivers-words.1,slide.lift"
    rectangle(Spot(slide, "note: ground", Box(SIDE, 4.85, SIDE_WIDTH, 1.75), alt=needs), TINT)
    look = Type(14, anchor="ctr")
    runs = [("Read with slide {{ slide.lift }}: ", Type(14, bold=True)), ("{{ drivers-words.1 }}", look)]
    text(Spot(slide, "note: words", Box(SIDE + 0.2, 4.95, SIDE_WIDTH - 0.4, 1.55), alt=needs), runs, look)
