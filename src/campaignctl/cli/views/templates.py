"""Deck and memo templates in the terminal: what one must hold, or how a team's own fits."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from campaignctl.cli.views.terminal import SIGNS, STYLES, Terminal
from campaignctl.domain.document import Vocabulary
from campaignctl.domain.findings import Severity

if TYPE_CHECKING:  # python-pptx comes with it
    from campaignctl.writers.docx import MemoTemplate
    from campaignctl.writers.pptx import Remark, Template

MARGIN = 4


def show_contract(terminal: Terminal, needed: Mapping[str, Sequence[str]], vocabulary: Vocabulary) -> None:
    """Write what a deck template must hold: by section the named shapes, and what charts and tables show."""
    terminal.line("")
    terminal.line(("A slide is found by its notes, a shape by its name in the Selection Pane.", "bold"))
    terminal.line("  notes   #campaignctl: <section> [optional] [repeat=category]")
    terminal.line("  text    {{ section.title }}   {{ gmv.total }}   {{ page }}")
    for section, names in needed.items():
        terminal.line("")
        terminal.line((section, "bold"))
        for name in names:
            kind, _, slug = name.partition(":")
            held = vocabulary.charts.get(slug, ()) if kind == "chart" else vocabulary.tables.get(slug, ())
            words = "series" if kind == "chart" else "columns"
            _wrapped(terminal, f"{name}   {words}: {', '.join(held)}" if held else name, "")
    terminal.line("")
    _wrapped(terminal, f"Texts: {', '.join(vocabulary.texts)}", "bright_black")
    _wrapped(terminal, f"Paragraphs: {', '.join(vocabulary.paragraphs)}", "bright_black")
    _wrapped(terminal, f"Cards: {', '.join(vocabulary.cards)}", "bright_black")


def show_check(terminal: Terminal, name: str, template: "Template", remarks: Sequence["Remark"]) -> None:
    """Write what each slide of a template shows, then what it lacks and how to mend that."""
    terminal.line("")
    terminal.line((name, "bold"), f"  {len(template.slides)} slides · fonts {', '.join(template.fonts) or 'unnamed'}")
    for slide in template.slides:
        held = [*(f"{c.name} ({len(c.series)} series)" for c in slide.charts), *(t.name for t in slide.tables)]
        what = slide.section or "kept as it is"
        how = " ".join(filter(None, (f"repeats per {slide.repeat}" if slide.repeat else "", ", ".join(held))))
        _wrapped(terminal, f"{slide.number:>2}  {what}" + (f": {how}" if how else ""), "")
    _remarks(terminal, remarks)


def show_memo_contract(
    terminal: Terminal,
    sections: Sequence[str],
    texts: Sequence[str],
    tables: Mapping[str, Sequence[str]],
    charts: Sequence[str],
) -> None:
    """Write what a memo's template may hold: sections, growing tables and charts."""
    terminal.line("")
    terminal.line(("memo", "bold"), "  a table grows from its last row, a chart is found by its name")
    _wrapped(terminal, f"Sections ({{{{ <section>.title }}}}): {', '.join(sections)}", "")
    for slug, columns in tables.items():
        _wrapped(terminal, f"table {slug}   columns {{{{ {slug}.<column> }}}}: {', '.join(columns)}", "")
    _wrapped(terminal, f"Charts: {', '.join(f'chart:{slug}' for slug in charts)}", "")
    _wrapped(terminal, f"Paragraphs: {', '.join(texts)}", "bright_black")


def show_memo_check(terminal: Terminal, name: str, template: "MemoTemplate", remarks: Sequence["Remark"]) -> None:
    """Write what a memo's template shows, then what it lacks and how to mend that."""
    terminal.line("")
    terminal.line((name, "bold"), f"  fonts {', '.join(template.fonts) or 'unnamed'}")
    sections = [token.partition(".")[0] for token in template.tokens if token.endswith(".title")]
    _wrapped(terminal, f"sections  {', '.join(one for one in sections if ':' not in one) or 'none'}", "")
    _wrapped(
        terminal, f"tables    {', '.join(slug for table in template.tables for slug in table.slugs) or 'none'}", ""
    )
    drawn = [f"{chart.slug} ({len(chart.series)} series)" for chart in template.charts]
    _wrapped(terminal, f"charts    {', '.join(drawn) or 'none'}", "")
    _remarks(terminal, remarks)


def _remarks(terminal: Terminal, remarks: Sequence["Remark"]) -> None:
    for remark in remarks:
        where = f"slide {remark.slide}" if remark.slide else "template"
        place = f"{where}, {remark.shape}" if remark.shape else where
        terminal.line("")
        sign = f"{SIGNS[remark.severity]} "
        _wrapped(terminal, f"{sign}{place}: {remark.what}", STYLES[remark.severity])
        _wrapped(terminal, f"  {remark.fix}", "green")
    terminal.line("")
    errors = sum(remark.severity is Severity.ERROR for remark in remarks)
    if errors:
        terminal.line((f"✗ It lacks {errors} thing{'s' if errors > 1 else ''}; report would refuse it.", "bold red"))
    else:
        terminal.line(("✓ It fits: report fills it as it is.", "bold green"))


def _wrapped(terminal: Terminal, text: str, style: str) -> None:
    lines = textwrap.wrap(text, terminal.width - MARGIN, subsequent_indent=" " * MARGIN, break_on_hyphens=False)
    for line in lines:
        terminal.line("  ", (line, style))
