"""The memo: what the campaign brought on two pages, for someone who decides about the next one.

Answer, figures, what stands out, decisions, and how sure all of it is. Every part is the report's own, shortened.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Against, Card, Document, Part, Section, Text
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Cell, Column, Mark, Table
from campaignctl.stages.report.basis import BASELINE, joined
from campaignctl.stages.report.key_figures import without_key_figures
from campaignctl.stages.report.memo_before import held_before
from campaignctl.stages.report.memo_cuts import ends, fitted, kept_rows, within
from campaignctl.stages.report.slides import delivered, in_words, next_steps, payback

SENTENCES = 2
"""Of a section's words at most so many stand in the memo; the deck and the workbook have the rest."""

ROWS = 4
"""Rows of a table."""

CATEGORIES = 8
"""Bars of a chart, that of all categories among them."""

WORST = 3
"""Sellers named under what was promised."""

ESTIMATE = 3
"""The first sentences on lift say how much, the ones after them how far to trust it."""

SEEN = {"what": 52, "how_sure": 30}
DONE = {"next": 34, "what": 36, "owner": 14}
"""Letters on a line of a table's columns, in the house's template."""

UNOWNED = "to be named"

_FIGURES = (
    Column("what", ""),
    Column("result", "Result"),
    Column("plan", "Target"),
    Column("vs_plan", "vs target"),
    Column("baseline", "Baseline"),
    Column("vs_baseline", "vs baseline"),
)


def memo(document: Document) -> Document:
    """Return the document of the memo; a section that the report lacks, or that says nothing, is left out."""
    made = (
        _answer(document),
        _lift(document),
        _days(document),
        _standing_out(document),
        _categories(document),
        _payback(document),
        _promised(document),
        _decisions(document),
        _sureness(document),
    )
    return replace(document, sections=fitted(document, tuple(section for section in made if section is not None)))


def _answer(document: Document) -> Section | None:
    summary = document.section("summary")
    if summary is None:
        return None
    points = document.part("summary-points")
    cards = [part for part in without_key_figures(summary.parts) if isinstance(part, Card)]
    told = in_words(document) or (points.sentences if isinstance(points, Text) else ())
    parts: list[Part] = [Text("answer", told)] if told else []
    figures: list[Part] = [_figures(cards), *held_before(document, cards)] if cards else []
    return replace(summary, slug="memo", name="Memo", parts=(*parts, *figures))


def _figures(cards: list[Card]) -> Table:
    """Return the cards as a table: one a row, its target and baseline in columns where any card has them."""
    rows = [_figure_row(card) for card in cards]
    heads = [column for column in _FIGURES if any(column.key in cells for cells, _ in rows)]
    cells = tuple(tuple(row.get(column.key) for column in heads) for row, _ in rows)
    marks = {(at, key): mark for at, (_, found) in enumerate(rows) for key, mark in found.items()}
    return Table("figures", tuple(heads), cells, marks=marks)


def _figure_row(card: Card) -> tuple[dict[str, Cell], dict[str, Mark]]:
    cells: dict[str, Cell] = {"what": card.label, "result": Ref(card.figure)}
    marks: dict[str, Mark] = {}
    for line in card.against:
        value = _value(line)
        if not line.change or value is None:
            cells["what"] = joined(_sentence(cells["what"]), say(", "), line.label)
            continue
        key = "baseline" if value.id.endswith(f"@{BASELINE}") else "plan"
        cells |= {key: value, f"vs_{key}": Ref(line.change)}
        marks[f"vs_{key}"] = line.mark
    return cells, marks


def _value(line: Against) -> Ref | None:
    return next((part for part in line.label.parts if isinstance(part, Ref)), None)


def _sentence(cell: Cell) -> Sentence:
    return cell if isinstance(cell, Sentence) else Sentence((cell,)) if cell is not None else Sentence()


def _days(document: Document) -> Section | None:
    held, chart = document.section("pace") or document.section("daily"), days_drawn(document)
    return replace(held, slug="days", parts=(chart,)) if held is not None and chart is not None else None


def days_drawn(document: Document) -> Chart | None:
    """Return the chart ``days``: the days against target and baseline, alone where there is neither, or None."""
    pace, alone = document.part("pace"), document.part("gmv-by-day")
    drawn = pace if isinstance(pace, Chart) else alone
    return replace(drawn, slug="days") if isinstance(drawn, Chart) else None


def _standing_out(document: Document) -> Section | None:
    summary, table = document.section("summary"), document.part("highlights")
    if summary is None or not isinstance(table, Table) or not table.rows:
        return None
    return Section(
        "insights",
        "Insights",
        say("What stands out, the most money at stake first"),
        parts=(within(document, table, SEEN),),
    )


def _categories(document: Document) -> Section | None:
    """Return the categories in percent of their target; of many the best and the worst, and all together."""
    held, chart = document.section("scorecard"), document.part("percent-of-target")
    if held is None or not isinstance(chart, Chart) or not any(one for series in chart.series for one in series.values):
        return None
    rows = ends(len(chart.categories), CATEGORIES, CATEGORIES // 2)
    series = tuple(replace(one, values=tuple(one.values[row] for row in rows)) for one in chart.series)
    shorter = replace(chart, categories=tuple(chart.categories[row] for row in rows), series=series)
    return replace(held, slug="categories", parts=(shorter,))


def _worded(document: Document, section: str, text: str, most: int = SENTENCES) -> Section | None:
    """Return a section with the first sentences of its words alone."""
    held, words = document.section(section), document.part(text)
    if held is None:
        return None
    return replace(held, parts=(Text(text, words.sentences[:most]),) if isinstance(words, Text) else ())


def _lift(document: Document) -> Section | None:
    """Return how much it was, with the steps from baseline to sales."""
    held, steps = _worded(document, "lift", "lift-words", ESTIMATE), document.part("season")
    if held is None or not isinstance(steps, Chart):
        return held
    return replace(held, parts=(*held.parts, steps))


def _payback(document: Document) -> Section | None:
    held = document.section("roi")
    if held is None:
        return None
    made = payback(held)
    return replace(made, parts=tuple(_tables(made.parts, "roi-rows")))


def _promised(document: Document) -> Section | None:
    held = document.section("promised")
    if held is None:
        return None
    made = delivered(held)
    parts: list[Part] = []
    for part in made.parts:
        if isinstance(part, Text) and part.slug == "promised-words":
            parts.append(replace(part, sentences=part.sentences[:SENTENCES]))
        elif isinstance(part, Table) and part.slug == "promised-worst":
            parts.append(with_cost(kept_rows(part, list(range(len(part.rows)))[:WORST])))
    return replace(made, parts=tuple(parts))


def with_cost(table: Table) -> Table:
    """Return the sellers with all that their broken promises cost where the sales lost with their stock alone stood."""
    keys = [column.key for column in table.columns]
    if "cost" not in keys:
        return table
    cost = keys.index("cost")
    lost = keys.index("lost") if "lost" in keys else cost
    columns = tuple(replace(column, key="lost") if at == lost else column for at, column in enumerate(table.columns))
    rows = tuple((*row[:lost], row[cost], *row[lost + 1 :]) for row in table.rows)
    return replace(table, columns=columns, rows=rows)


def _tables(parts: Iterable[Part], slug: str) -> Iterator[Table]:
    """Yield the table ``slug``, its last rows kept where there are too many: they are the whole of each funder."""
    for part in parts:
        if isinstance(part, Table) and part.slug == slug:
            yield kept_rows(part, ends(len(part.rows), ROWS, ROWS - 2))


def _decisions(document: Document) -> Section | None:
    """Return the next steps, each with an owner or the words that it needs one."""
    steps = next_steps(document)
    table = steps.parts[0] if steps else None
    if steps is None or not isinstance(table, Table):
        return None
    keys = [column.key for column in table.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in table.rows]
    heads = (Column("kind", ""), Column("next", "What to do"), Column("what", "Why"), Column("owner", "Owner"))
    cells = tuple((row["kind"], row["next"], row["what"], row.get("owner") or UNOWNED) for row in rows)
    whole = replace(table, columns=heads, rows=cells)
    return replace(steps, title=say("What we propose next"), parts=(within(document, whole, DONE),))


def _sureness(document: Document) -> Section | None:
    """Return how complete the data are, what moved since the last report, and what limits or forbids the estimate."""
    held, words, instead = (document.section("data"), document.part("lift-words"), document.part("change-words"))
    if held is None:
        return None
    limits = words.sentences[ESTIMATE:] if isinstance(words, Text) else ()
    limits = instead.sentences if isinstance(instead, Text) else limits
    since = document.part("moved")
    told = (joined(held.title, say(".")), *(since.sentences if isinstance(since, Text) else ()), *limits)
    return replace(held, title=say("How sure we are"), parts=(Text("sureness", told),))
