"""The memo in order: answer, figures, lift, days, what stands out, categories, return, promises, decisions, doubts."""

from io import BytesIO

from docx.document import Document as Paper
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Inches

from campaignctl.writers.canonical import canonical_bytes
from making.charts import Axis, Look, Recipe, guides
from making.look import ATTENTION, BASELINE, GRID, THEME, Box
from making.paper import INK, WIDTH, blank, line, margins, rule
from making.paper_charts import drawing
from making.paper_tables import Col, table

CAMPAIGN = THEME["accent1"]
LINES = (
    ("Campaign", "{{ campaign.name }}, {{ campaign.period }}"),
    ("From", "{{ report.prepared_by }}"),
    ("As of", "{{ report.as_of_words }}"),
)


HIGHLIGHTS = (
    Col("highlights.kind", 0.8, ""),
    Col("highlights.what", 3.6, "What we saw"),
    Col("highlights.how_sure", 2.1, "How sure"),
)
RETURNS = (
    Col("roi-rows.what", 1.9, "Promotion"),
    Col("roi-rows.cost", 0.8, "Cost", right=True),
    Col("roi-rows.roi", 1.7, "ROI (95% interval)", right=True),
    Col("roi-rows.verdict", 2.1, "Verdict", right=True),
)
PROMISES = (
    Col("promised-worst.seller", 2.2, "Kept least"),
    Col("promised-worst.promised", 0.9, "Lines", right=True),
    Col("promised-worst.kept", 0.8, "Kept", right=True),
    Col("promised-worst.slots", 0.8, "Slots", right=True),
    Col("promised-worst.held", 0.8, "Held", right=True),
    Col("promised-worst.lost", 1.0, "Cost", right=True),
)
NEXT = (
    Col("next.kind", 0.8, "", bold=True),
    Col("next.next", 2.3, "What to do"),
    Col("next.what", 2.4, "Why"),
    Col("next.owner", 1.0, "Owner"),
)


def build() -> bytes:
    """Return the template as bytes."""
    paper = blank()
    margins(paper, ("Memo", "{{ campaign.marketplace }}"), "{{ memo.source }}")
    _answer(paper)
    _section(paper, "lift", "{{ lift-words }}")
    _season(paper)
    _days(paper)
    _section(paper, "insights")
    table(paper, HIGHLIGHTS)
    _categories(paper)
    _section(paper, "roi")
    table(paper, RETURNS)
    _section(paper, "promised", "{{ promised-words }}")
    table(paper, PROMISES)
    _section(paper, "next")
    table(paper, NEXT)
    _section(paper, "data", "{{ sureness }}")
    properties = paper.core_properties
    properties.title, properties.author = "Campaign memo: template", "campaignctl"
    properties.last_modified_by, properties.comments = "campaignctl", ""
    stream = BytesIO()
    paper.save(stream)
    return canonical_bytes(stream.getvalue())


def _answer(paper: Paper) -> None:
    for name, words in LINES:
        last = line(paper, "Memo Line", f"{name}\t{words}")
        last.paragraph_format.tab_stops.add_tab_stop(Inches(0.8), WD_TAB_ALIGNMENT.LEFT)
    rule(last._p.get_or_add_pPr(), "bottom", 1, INK)  # noqa: SLF001 (borders have no public way)
    line(paper, "Title", "{{ memo.title }}")
    line(paper, "Body Text", "{{ answer }}")
    columns = [
        Col("figures.what", 2.1, ""),
        Col("figures.result", 0.9, "Result", right=True, bold=True),
        Col("figures.plan", 0.85, "Target", right=True),
        Col("figures.vs_plan", 0.9, "vs target", right=True),
        Col("figures.baseline", 0.85, "Baseline", right=True),
        Col("figures.vs_baseline", 0.9, "vs baseline", right=True),
    ]
    table(paper, columns)
    line(paper, "Caption", "{{ before }}")
    columns = [
        Col("figures-before.what", 2.3, ""),
        Col("figures-before.gmv", 0.75, "GMV", right=True),
        Col("figures-before.vs_gmv", 0.7, "now", right=True),
        Col("figures-before.orders", 0.7, "Orders", right=True),
        Col("figures-before.vs_orders", 0.7, "now", right=True),
        Col("figures-before.aov", 0.65, "AOV", right=True),
        Col("figures-before.vs_aov", 0.7, "now", right=True),
    ]
    table(paper, columns)


def _section(paper: Paper, slug: str, words: str = "") -> None:
    line(paper, "Heading 1", f"{{{{ {slug}.title }}}}")
    if words:
        line(paper, "Body Text", words)


def _days(paper: Paper) -> None:
    _section(paper, "days")
    line(paper, "Caption", "GMV by day, {{ chart:days.unit }}   {{ chart:days.key }}")
    recipe = Recipe(
        bars=[Look("Campaign", CAMPAIGN), Look("Below target", ATTENTION)],
        lines=[Look("Target", INK, width=1.5, dash="sysDash"), Look("Baseline", BASELINE, width=2)],
        gap=90,
        categories=Axis(labels=INK, ink=INK),
        values=Axis(labels=THEME["dk2"], least=0, grid=True),
        inner=Box(0.09, 0.04, 0.91, 0.80),
    )
    drawing(paper, "chart:days", recipe, Box(0, 0, WIDTH, 1.3))


def _season(paper: Paper) -> None:
    line(paper, "Caption", "{{ chart:season.title }}")
    recipe = Recipe(
        bars=[Look("Base", ""), Look("Usual", BASELINE), Look("Campaign", CAMPAIGN), Look("Sold", INK)],
        lines=guides(INK),
        grouping="stacked",
        gap=60,
        categories=Axis(labels=INK, ink=INK),
        values=Axis(least=0),
        inner=Box(0, 0.14, 1, 0.74),
    )
    drawing(paper, "chart:season", recipe, Box(0, 0, WIDTH, 1.5))


def _categories(paper: Paper) -> None:
    _section(paper, "categories")
    line(paper, "Caption", "GMV in percent of target   {{ chart:percent-of-target.key }}")
    recipe = Recipe(
        bars=[
            Look("Met", CAMPAIGN, label=INK),
            Look("Missed", ATTENTION, label=INK),
        ],
        horizontal=True,
        gap=45,
        categories=Axis(labels=INK, ink=GRID, reversed=True),
        values=Axis(least=0),
        inner=Box(0.32, 0.0, 0.60, 1.0),
    )
    drawing(paper, "chart:percent-of-target", recipe, Box(0, 0, WIDTH, 1.2))
