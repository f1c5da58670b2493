"""What drove the change: a bridge from the baseline to the campaign, the numbers behind its steps, and a note."""

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from making.charts import Axis, Look, Recipe, chart, guides
from making.drawing import Run, Spot, rectangle, text
from making.look import ATTENTION, BASELINE, CAMPAIGN, GOOD, INK, LEFT, TINT, Box, Type
from making.prototypes import close, finding
from making.tables import Rows, column, table

SIDE, SIDE_WIDTH = 8.7, 4.033


def drivers(deck: Deck) -> None:
    """Draw the steps as floating columns between baseline and campaign, and what stands behind them."""
    slide = finding(deck, "drivers optional needs=chart:drivers", unit=SIDE - LEFT - 0.3)
    recipe = Recipe(
        bars=[
            Look("Base", ""),
            Look("Baseline", BASELINE),
            Look("Up", GOOD),
            Look("Down", ATTENTION),
            Look("Campaign", CAMPAIGN),
        ],
        lines=guides(),
        grouping="stacked",
        gap=50,
        categories=Axis(labels=INK, ink=INK),
        values=Axis(least=0),
        inner=Box(0, 0.02, 1, 0.86),
        label_size=14,
    )
    chart(Spot(slide, "chart:drivers", Box(LEFT, 2.0, 7.9, 4.7), alt="scale=drivers"), recipe)
    head = Spot(slide, "text:behind", Box(SIDE, 2.02, SIDE_WIDTH, 0.3), alt="needs=table:drivers")
    text(head, "{{ drivers.caption }}", Type(14, bold=True))
    columns = [column("what", 1.23, "l"), column("baseline", 1.01), column("campaign", 0.84), column("change", 0.953)]
    place = Spot(slide, "table:drivers", Box(SIDE, 2.4, 0, 0), alt="max_rows=6 height=2.15")
    table(place, columns, Rows(head=0.33, row=0.45, size=12, pad=0.02))
    _note(slide)
    close(slide)


def _note(slide: Slide) -> None:
    look = Type(13, anchor="ctr")
    runs = [("Read with slide {{ slide.lift }}: ", Type(13, bold=True)), ("{{ drivers-words.1 }}", look)]
    _box(slide, "conversion", 4.62, "needs=drivers-conversion.1", [("{{ drivers-conversion.1 }}", look)])
    _box(slide, "note", 5.74, "needs=drivers-words.1,slide.lift", runs)


def _box(slide: Slide, name: str, y: float, alt: str, runs: list[Run]) -> None:
    rectangle(Spot(slide, f"{name}: ground", Box(SIDE, y, SIDE_WIDTH, 1.04), alt=alt), TINT)
    box = Box(SIDE + 0.15, y + 0.05, SIDE_WIDTH - 0.3, 0.94)
    text(Spot(slide, f"{name}: words", box, alt=alt), runs, Type(13, anchor="ctr"))
