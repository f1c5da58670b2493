"""A catalogue in the terminal: the list by family, and one page with its example."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby

from campaignctl.cli.views.terminal import SIGNS, STYLES, Terminal
from campaignctl.domain.findings import Severity
from campaignctl.domain.pages import ReadablePage

_MARGIN = 11


def show_list(terminal: Terminal, pages: Sequence[ReadablePage]) -> None:
    """Write one line a page, by family."""
    for (prefix, family), members in groupby(pages, key=lambda page: (page.code[:3], page.family)):
        terminal.line("")
        listed = list(members)
        terminal.line((prefix, "bold"), (f"  {family} · {len(listed)}", "bright_black"))
        for page in listed:
            sign, style = _mark(page)
            what = textwrap.shorten(page.what, max(terminal.width - 18, 40), placeholder=" …")
            terminal.line("  ", (f"{sign} {page.code}".ljust(12), style), what)


def show_page(terminal: Terminal, page: ReadablePage) -> None:
    """Write one page: what, why, limit, example, cure, see."""
    sign, style = _mark(page)
    right = f"{sign} {page.mark} · {page.family}"
    left = f"{page.code}  {page.name}"
    terminal.line("")
    terminal.line((left, "bold"), " " * max(2, terminal.width - len(left) - len(right)), (right, style))
    terminal.line(("─" * terminal.width, "bright_black"))
    _field(terminal, "What", page.what)
    _field(terminal, "Why", page.why)
    facts = [fact for fact in page.facts if fact[0] != "Cure"]
    for heading, text in facts:
        _field(terminal, heading, text)
    for number, example in enumerate(page.examples):
        _drawing(terminal, "Example" if number == 0 else "", example)
    for heading, text in page.facts:
        if heading == "Cure":
            _field(terminal, heading, text, "green")
    if page.see:
        _field(terminal, "See", " · ".join(page.see))


def _mark(page: ReadablePage) -> tuple[str, str]:
    try:
        severity = Severity(page.mark)
    except ValueError:
        return "·", "blue"
    return SIGNS[severity], STYLES[severity]


def _field(terminal: Terminal, heading: str, text: str, style: str = "bold") -> None:
    for paragraph, words in enumerate(text.split("\n\n")):
        for line, part in enumerate(textwrap.wrap(words, terminal.width - _MARGIN)):
            first = paragraph == 0 and line == 0
            terminal.line(((heading if first else "").ljust(_MARGIN), style), part)
    terminal.line("")


def _folded(example: str, width: int) -> Iterator[str]:
    """Yield the lines of a drawing; sentences are folded, rows of a table stay as they are."""
    for line in example.splitlines():
        yield from (line,) if not line or "|" in line else textwrap.wrap(line, width, subsequent_indent="  ")


def _drawing(terminal: Terminal, heading: str, example: str) -> None:
    """Write a drawing; the expected message goes below its row, so that narrow terminals show both."""
    for number, line in enumerate(_folded(example, terminal.width - _MARGIN)):
        row, arrow, message = line.partition("| <-")
        terminal.line(((heading if number == 0 else "").ljust(_MARGIN), "bold"), row.rstrip())
        if arrow:
            for part in textwrap.wrap(message.strip(), terminal.width - _MARGIN - 6):
                terminal.line(" " * (_MARGIN + 3), ("↳ " if terminal.environment.signs else "> ", "red"), (part, "red"))
    terminal.line("")
