"""The memo in order: answer, figures, lift, return, promises, decisions, doubts; between them what has room."""

from io import BytesIO

from docx.document import Document as Paper
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Inches, Pt

from campaignctl.writers.canonical import canonical_bytes
from making.charts import Axis, Look, Recipe, guides
from making.look import ATTENTION, BASELINE, GRID, THEME, Box
from making.paper import INK, SECONDARY, WIDTH, blank, line, margins, rule
from making.paper_charts import dots, drawing
from making.paper_tables import Col, rows_with_chart, table
from making.points import Estimate, guide, hollow

CAMPAIGN = THEME["accent1"]
LINES = (
    ("To", "{{ report.addressed_to }}"),
    ("From", "{{ report.prepared_by }}"),
    ("Date", "{{ report.as_of_words }}"),
)
FIGURES = (
    Col("figures.what", 2.1, ""),
    Col("figures.result", 0.9, "Result", right=True, bold=True),
    Col("figures.plan", 0.85, "Target", right=True),
    Col("figures.vs_plan", 0.9, "vs target", right=True),
    Col("figures.baseline", 0.85, "Baseline", right=True),
    Col("figures.vs_baseline", 0.9, "vs baseline", right=True),
)
BEFORE = (
    Col("figures-before.what", 1.85, "Held against"),
    Col("figures-before.gmv", 0.8, "GMV then", right=True),
    Col("figures-before.vs_gmv", 0.75, "change", right=True),
    Col("figures-before.orders", 0.9, "Orders then", right=True),
    Col("figures-before.vs_orders", 0.75, "change", right=True),
    Col("figures-before.aov", 0.75, "AOV then", right=True),
    Col("figures-before.vs_aov", 0.7, "change", right=True),
)
HIGHLIGHTS = (
    Col("highlights.kind", 0.85, ""),
    Col("highlights.what", 3.55, "What we saw"),
    Col("highlights.how_sure", 2.1, "How sure"),
)
RETURNS = (
    Col("roi-rows.what", 1.85, "Promotion"),
    Col("roi-rows.cost", 0.75, "Cost", right=True),
    Col("", 2.5, ""),
    Col("roi-rows.ratio", 0.4, "ROI", right=True, bold=True),
    Col("roi-rows.interval", 1.0, "(95% interval)", grey=True),
)
PROMISES = (
    Col("promised-kinds.what", 1.3, "Promise"),
    Col("promised-kinds.promised", 0.85, "Promised", right=True),
    Col("promised-kinds.kept", 0.6, "Kept", right=True),
    Col("promised-kinds.share", 0.65, "Share", right=True),
    Col("promised-kinds.worst", 2.3, "Largest breach", left=0.25),
    Col("promised-kinds.cost", 0.8, "Cost", right=True),
)
NEXT = (
    Col("next.kind", 0.8, "", bold=True),
    Col("next.next", 3.3, "Decision", below="next.what"),
    Col("next.at_stake", 1.2, "At stake", right=True),
    Col("next.owner", 1.2, "Owner", left=0.12),
)


def build() -> bytes:
    """Return the template as bytes."""
    paper = blank()
    margins(paper, "{{ campaign.marketplace }}", "{{ campaign.name }}", "{{ memo.source }}")
    _answer(paper)
    _season(paper)
    _standing(paper)
    _days(paper)
    _section(paper, "insights")
    table(paper, HIGHLIGHTS)
    _returns(paper)
    _section(paper, "promised", "{{ promised-words }}")
    table(paper, PROMISES, ("total.what", "", "", "", "", "total.cost"))
    line(paper, "Memo Note", "{{ promised-note }}")
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
        last.paragraph_format.tab_stops.add_tab_stop(Inches(0.76), WD_TAB_ALIGNMENT.LEFT)
    rule(last._p.get_or_add_pPr(), "bottom", 1, INK)  # noqa: SLF001 (borders have no public way)
    line(paper, "Title", "{{ memo.title }}")
    answer = line(paper, "Body Text", "{{ answer }} ")
    answer.add_run("{{ ask }}").bold = True
    table(paper, FIGURES)
    line(paper, "Memo Chart").paragraph_format.space_before = Pt(6)
    table(paper, BEFORE)


def _section(paper: Paper, slug: str, words: str = "", *, clings: bool = False) -> None:
    line(paper, "Heading 1", f"{{{{ {slug}.title }}}}")
    if words:
        line(paper, "Body Text", words).paragraph_format.keep_with_next = clings or None


def _season(paper: Paper) -> None:
    _section(paper, "lift", "{{ lift-words }}", clings=True)
    line(paper, "Caption", "{{ chart:season.title }}")
    recipe = Recipe(
        bars=[Look("Base", ""), Look("Usual", BASELINE), Look("Campaign", CAMPAIGN), Look("Sold", INK)],
        lines=guides(INK),
        grouping="stacked",
        gap=65,
        categories=Axis(labels=INK, ink=INK),
        values=Axis(least=0),
        inner=Box(0, 0.12, 1, 0.76),
    )
    drawing(paper, "chart:season", recipe, Box(0, 0, WIDTH, 2.48), clings=True)
    line(paper, "Memo Note", "{{ season-note }}")


def _standing(paper: Paper) -> None:
    line(paper, "Body Text", "{{ standing }}").paragraph_format.space_before = Pt(4)
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
    drawing(paper, "chart:percent-of-target", recipe, Box(0, 0, WIDTH, 1.6))


def _days(paper: Paper) -> None:
    line(paper, "Caption", "GMV by day, {{ chart:days.unit }}   {{ chart:days.key }}")
    recipe = Recipe(
        bars=[Look("Campaign", CAMPAIGN), Look("Below target", ATTENTION)],
        lines=[Look("Target", INK, width=1.5, dash="sysDash"), Look("Baseline", BASELINE, width=2)],
        gap=90,
        categories=Axis(labels=INK, ink=INK),
        values=Axis(labels=THEME["dk2"], least=0, grid=True),
        inner=Box(0.09, 0.04, 0.91, 0.80),
    )
    drawing(paper, "chart:days", recipe, Box(0, 0, WIDTH, 1.6))


def _returns(paper: Paper) -> None:
    _section(paper, "roi", "{{ payback-words }}", clings=True)
    line(paper, "Caption", "{{ chart:roi.title }}")
    high, below = 0.26, 0.26
    cell = rows_with_chart(paper, RETURNS, high, below)
    series = [
        guide("1 = break-even", 1, INK),
        Estimate("Decided: interval", CAMPAIGN),
        Estimate("Decided", CAMPAIGN, marker=9),
        Estimate("Open: interval", BASELINE),
        *hollow("Open", SECONDARY, 9),
    ]
    dots(paper, cell.paragraphs[0], "chart:roi", series, Box(0, 0, 2.4, high + below))
    line(paper, "Memo Note", "{{ payback-note }}")
