"""Promised against delivered: what was kept of prices, stock and livestreams, and who broke most or what was broken."""

from collections.abc import Sequence

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from making.charts import Look, Recipe, chart
from making.drawing import Spot, rectangle, rule, text
from making.look import ATTENTION, BASELINE, CAMPAIGN, CONTENT, INK, LEFT, PAPER, RIGHT, SECONDARY, TINT, Box, Type
from making.prototypes import close, finding
from making.tables import Rows, column, table

COLUMN, GAP, TOP, BAR = 3.844, 0.3, 1.75, 2.85
SHARE = 1.6  # inches for a share in large type
NO_ZERO = "#,##0;;"  # a part of nothing has no room for its label
KINDS = (
    ("promised-price", "Price", "price_kept_share"),
    ("promised-stock", "Stock", "stock_kept_share"),
    ("promised-streams", "Livestream slots", "slots_held_share"),
)
WORST = tuple(f"table:{slug}-worst" for slug, _, _ in KINDS)
PARTS = (Look("Kept", CAMPAIGN, label=PAPER, place="inBase", form=NO_ZERO), Look("Broken", ATTENTION))
HELD = (
    Look("On time", CAMPAIGN, label=PAPER, place="inBase", form=NO_ZERO),
    Look("Late", BASELINE),
    Look("Not held", ATTENTION),
)


def promised(deck: Deck) -> None:
    """Draw share, bar and the three sellers that broke most per kind of promise, and what all of it cost."""
    slide = finding(deck, f"promised optional needs={'|'.join(WORST)}", unit=0)
    for number, (slug, words, share) in enumerate(KINDS):
        x = LEFT + number * (COLUMN + GAP)
        chart_slug, parts = ("promised-held", HELD) if slug == "promised-streams" else (slug, PARTS)
        _kind(slide, x, chart_slug, words, share, bar=3.0, parts=parts)
        said = Spot(slide, f"{slug}: broken", Box(x, 3.38, COLUMN, 0.22), alt=f"needs={slug}-broken.1")
        text(said, f"{{{{ {slug}-broken.1 }}}}", Type(12, bold=True, align="r"))
        columns = [column("seller", 1.694, "l"), column("broken", 1.15), column("lost", 1.0)]
        place = Spot(slide, f"table:{slug}-worst", Box(x, 3.75, 0, 0), alt="max_rows=3 height=2.3 optional=yes")
        table(place, columns, Rows(head=0.4, row=0.45, pad=0.02), total=True)
    alt = "needs=promised-added.1"
    rectangle(Spot(slide, "sum: ground", Box(LEFT, 6.25, CONTENT, 0.5), alt=alt), TINT)
    spot = Spot(slide, "text:sum", Box(LEFT + 0.2, 6.29, CONTENT - 1.6, 0.42), alt=alt)
    runs = [("{{ promised-added.1 }}", Type(16, bold=True)), ("{{ promised-added.2 }}", Type(16))]
    text(spot, runs, Type(16, anchor="ctr"))
    more = Spot(slide, "sum: slide", Box(RIGHT - 1.2, 6.29, 1.0, 0.42), alt="needs=promised-added.2")
    text(more, "{{ promised-added.2.slides }}", Type(12, colour=SECONDARY, align="r", anchor="ctr"))
    close(slide)


def promised_kept(deck: Deck) -> None:
    """Draw, where nothing was broken, share and bar per kind of promise over the largest sellers."""
    slide = finding(deck, f"promised optional needs=table:promised-worst unless={','.join(WORST)}", unit=0)
    _kinds(slide)
    columns = [
        column("seller", 2.6, "l"),
        column("standing", 1.8, "l"),
        column("promised", 1.35),
        column("kept", 0.95),
        column("price", 1.2),
        column("stock", 1.2),
        column("slots", 0.8),
        column("held", 0.8),
        column("cost", 1.433, bold=True),
    ]
    place = Spot(slide, "table:promised-worst", Box(LEFT, 3.42, 0, 0), alt="max_rows=5 height=2.72")
    table(place, columns, Rows(head=0.35, row=0.395, size=14, pad=0.02), total=True)
    _sum(slide)
    close(slide)


def promised_own(deck: Deck) -> None:
    """Draw, for one seller alone, share and bar per kind of promise, and every promise that was broken."""
    slide = finding(deck, "promised optional needs=table:promised-own", unit=0)
    _kinds(slide)
    columns = [
        column("what", 2.15, "l"),
        column("which", 2.6, "l"),
        column("where", 1.9, "l"),
        column("agreed", 0.85),
        column("dearest", 1.15),
        column("stock", 1.15),
        column("units", 0.65),
        column("days", 0.65),
        column("money", 1.033, bold=True),
    ]
    place = Spot(slide, "table:promised-own", Box(LEFT, 3.42, 0, 0), alt="max_rows=6 height=2.76")
    table(place, columns, Rows(head=0.35, row=0.4, size=13, pad=0.02))
    _sum(slide)
    close(slide)


def _sum(slide: Slide) -> None:
    alt = "needs=promised-sum.1"
    rectangle(Spot(slide, "sum: ground", Box(LEFT, 6.28, CONTENT, 0.5), alt=alt), TINT)
    spot = Spot(slide, "text:sum", Box(LEFT + 0.2, 6.32, CONTENT - 0.4, 0.42), alt=alt)
    text(spot, "{{ promised-sum.1 }}", Type(14, anchor="ctr"))


def _kinds(slide: Slide) -> None:
    for number, (slug, words, share) in enumerate(KINDS):
        _kind(slide, LEFT + number * (COLUMN + GAP), slug, words, share)


def _kind(  # noqa: PLR0913 - a column of a slide: where it stands, what it says and shows
    slide: Slide, x: float, slug: str, words: str, share: str, *, bar: float = BAR, parts: Sequence[Look] = PARTS
) -> None:
    needs = f"needs=chart:{slug}"
    rule(Spot(slide, f"{slug}: rule", Box(x, TOP, COLUMN, 0), alt=needs), INK, 1)
    text(Spot(slide, f"{slug}: head", Box(x, TOP + 0.09, COLUMN, 0.27), alt=needs), words, Type(16, bold=True))
    figure = Spot(slide, f"{slug}: share", Box(x, TOP + 0.4, SHARE, 0.6), alt=f"{needs},{share}.total")
    text(figure, f"{{{{ {share}.total }}}}", Type(36, bold=True, anchor="ctr"))
    said = Spot(slide, f"{slug}: words", Box(x + SHARE, TOP + 0.4, COLUMN - SHARE, 0.6), alt=needs)
    text(said, f"{{{{ {slug}.title }}}}", Type(14, anchor="ctr"))
    recipe = Recipe(bars=parts, horizontal=True, grouping="percentStacked", gap=0)
    chart(Spot(slide, f"chart:{slug}", Box(x, bar, COLUMN, 0.34), alt="optional=yes"), recipe)
