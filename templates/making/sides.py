"""Slides of two halves: sellers above and below plan on one scale, terms beside the files they rest on."""

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from making.charts import Axis, Look, Recipe, chart
from making.drawing import Spot, rectangle, text
from making.look import (
    ATTENTION,
    BASELINE,
    CAMPAIGN,
    CONTENT,
    GRID,
    INK,
    LEFT,
    PAPER,
    RIGHT,
    SECONDARY,
    TINT,
    Box,
    Type,
)
from making.prototypes import close, finding
from making.tables import Col, Rows, column, table

HEAD = Type(14, bold=True)
DATA = 6.3
NO_ZERO = "#,##0;;"  # a part of nothing has no room for its label


def sellers(deck: Deck) -> None:
    """Draw who is above plan, who below, and how many of each; both halves on one scale."""
    slide = finding(deck, "sellers optional needs=table:sellers-above|table:sellers-below", unit=0)
    said = Spot(slide, "instead:spread", Box(LEFT, 1.6, CONTENT, 0.25), alt="needs=seller-spread.1")
    text(said, "{{ seller-spread.1 }}", Type(13, colour=SECONDARY))
    parts = (("Above", CAMPAIGN, PAPER), ("On", GRID, INK), ("Below", ATTENTION, INK))
    spread = Recipe(
        bars=[Look(name, colour, label=ink, place="inBase", form=NO_ZERO) for name, colour, ink in parts],
        horizontal=True,
        grouping="percentStacked",
        gap=0,
        label_size=14,
    )
    chart(Spot(slide, "chart:spread", Box(LEFT, 1.92, CONTENT, 0.36), alt="optional=yes"), spread)
    _half(
        slide,
        LEFT,
        "above",
        [Look("Sellers", CAMPAIGN, label=INK), Look("Furthest", ATTENTION, label=INK)],
        Axis(least=0),
    )
    below = Axis(most=0, reversed=True)  # shortfalls are drawn as lengths, from the same edge
    _half(slide, 5.8, "below", [Look("Sellers", BASELINE, label=INK), Look("Furthest", ATTENTION, label=INK)], below)
    close(slide)


def _half(slide: Slide, x: float, slug: str, looks: list[Look], values: Axis) -> None:
    needs = f"needs=table:sellers-{slug},chart:{slug}"
    text(Spot(slide, f"text:{slug}", Box(x, 2.41, 4.9, 0.25), alt=needs), f"{{{{ {slug}.title }}}}", HEAD)
    columns = [
        column("1", 1.75, "l"),
        Col(2.3, "{{ head.2 }}", f"{{{{ chart:{slug} }}}}", align="l"),
        column("3", 0.85),
        *([column("cause", 2.033, "l")] if slug == "below" else []),
    ]
    place = Spot(slide, f"table:sellers-{slug}", Box(x, 2.7, 0, 0), alt="max_rows=8 height=3.98 optional=yes")
    table(place, columns, Rows(head=0.3, row=0.46, size=13))
    recipe = Recipe(bars=looks, horizontal=True, gap=85, categories=Axis(reversed=True), values=values)
    chart(Spot(slide, f"chart:{slug}", Box(x + 1.81, 3.0, 2.18, 0.46), alt="scale=sellers"), recipe)


def definitions(deck: Deck) -> None:
    """Draw what every term means here, and what every file held."""
    slide = finding(deck, "definitions optional needs=table:data", unit=0)
    terms = [column("term", 1.3, "l"), column("meaning", 4.25, "l")]
    files = [column("1", 3.33, "l"), column("2", 0.87), column("3", 0.72), column("4", 1.513, "l")]
    for slug, x, words, columns in (
        ("definitions", LEFT, "Definitions", terms),
        ("data", DATA, "Data quality", files),
    ):
        text(Spot(slide, f"text:{slug}", Box(x, 1.68, 5.6, 0.25), alt=f"needs=table:{slug}"), words, HEAD)
        high = 4.8 if slug == "definitions" else 3.65
        alt = f"max_rows=10 height={high} optional=yes"
        table(Spot(slide, f"table:{slug}", Box(x, 1.98, 0, 0), alt=alt), columns, Rows(0.3, 0.45, size=13, pad=0.02))
    _open(slide)
    close(slide)


def _open(slide: Slide) -> None:
    alt, x, width = "needs=data-open.1", DATA, RIGHT - DATA
    rectangle(Spot(slide, "open: ground", Box(x, 5.78, width, 1.0), alt=alt), TINT)
    runs = [("Still open: ", Type(13, bold=True)), ("{{ data-open.1 }}", Type(13))]
    text(Spot(slide, "open: words", Box(x + 0.2, 5.84, width - 0.4, 0.88), alt=alt), runs, Type(13, anchor="ctr"))
