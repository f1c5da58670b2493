"""Promised against delivered: what was kept of prices, stock and livestreams, and the sellers that kept least."""

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from making.charts import Look, Recipe, chart
from making.drawing import Spot, rectangle, rule, text
from making.look import ATTENTION, CAMPAIGN, CONTENT, INK, LEFT, PAPER, TINT, Box, Type
from making.prototypes import close, finding
from making.tables import Rows, column, table

COLUMN, GAP, TOP = 3.844, 0.3, 1.75
NO_ZERO = "#,##0;;"  # a part of nothing has no room for its label


def promised(deck: Deck) -> None:
    """Draw a bar per kind of promise, the sellers that kept least, and what the broken ones cost."""
    slide = finding(deck, "promised optional needs=table:promised-worst", unit=0)
    kinds = (("promised-price", "Price"), ("promised-stock", "Stock"), ("promised-streams", "Livestream slots"))
    for number, (slug, words) in enumerate(kinds):
        _kind(slide, LEFT + number * (COLUMN + GAP), slug, words)
    columns = [
        column("seller", 2.6, "l"),
        column("standing", 1.7, "l"),
        column("promised", 1.3),
        column("kept", 0.9),
        column("price", 1.15),
        column("stock", 1.15),
        column("slots", 0.75),
        column("held", 0.75),
        column("lost", 1.833, bold=True),
    ]
    place = Spot(slide, "table:promised-worst", Box(LEFT, 3.15, 0, 0), alt="max_rows=6 height=3.05")
    table(place, columns, Rows(head=0.32, row=0.39, size=14, pad=0.02), total=True)
    rectangle(Spot(slide, "sum: ground", Box(LEFT, 6.32, CONTENT, 0.5), alt="needs=promised-words.1"), TINT)
    spot = Spot(slide, "text:sum", Box(LEFT + 0.2, 6.36, CONTENT - 0.4, 0.42), alt="needs=promised-words.1")
    text(spot, "{{ promised-words.1 }}", Type(14, anchor="ctr"))
    close(slide)


def _kind(slide: Slide, x: float, slug: str, words: str) -> None:
    needs = f"needs=chart:{slug}"
    rule(Spot(slide, f"{slug}: rule", Box(x, TOP, COLUMN, 0), alt=needs), INK, 1)
    text(Spot(slide, f"{slug}: head", Box(x, TOP + 0.1, COLUMN, 0.28), alt=needs), words, Type(16, bold=True))
    said = Spot(slide, f"{slug}: words", Box(x, TOP + 0.4, COLUMN, 0.27), alt=needs)
    text(said, f"{{{{ {slug}.title }}}}", Type(14))
    recipe = Recipe(
        bars=[
            Look("Kept", CAMPAIGN, label=PAPER, place="ctr", form=NO_ZERO),
            Look("Broken", ATTENTION),
        ],
        horizontal=True,
        grouping="percentStacked",
        gap=0,
    )
    chart(Spot(slide, f"chart:{slug}", Box(x, TOP + 0.75, COLUMN, 0.34), alt="optional=yes"), recipe)
