"""The bridge in the terminal: every step from a number that is known to the report's, with the running sum after it."""

from textwrap import wrap

from campaignctl.cli.environment import Environment
from campaignctl.cli.views.columns import cut
from campaignctl.cli.views.terminal import Terminal
from campaignctl.domain.document import Document, Text
from campaignctl.domain.tables import Cell, Table

_GAP = "  "


def show_bridge(environment: Environment, document: Document) -> None:
    """Write the section ``bridge`` of a report's document; nothing where it has none."""
    section = document.section("bridge")
    if section is None:
        return
    terminal = Terminal(environment)
    terminal.line((document.words(section.title), "bold"))
    terminal.line((document.words(section.context), "bright_black"))
    terminal.line("")
    for part in section.parts:
        if isinstance(part, Table):
            _show(terminal, document, part)
        elif isinstance(part, Text):
            terminal.line("")
            for sentence in part.sentences:
                for line in wrap(document.words(sentence), terminal.width):
                    terminal.line(line)


def _show(terminal: Terminal, document: Document, table: Table) -> None:
    rows = [[_words(document, cell) for cell in row] for row in table.rows]
    numbers = [max(len(row[at]) for row in rows) for at in (1, 2)]
    room = terminal.width - sum(numbers) - 2 * len(_GAP) - 2
    first = min(room, max(len(row[0]) for row in rows))
    for row in rows:
        words, amount, running, note = row
        figures = _GAP.join(text.rjust(width) for text, width in zip((amount, running), numbers, strict=True))
        left = terminal.width - first - len(figures) - 3 * len(_GAP)
        beside = cut(note, left) if note and left > len(_GAP) * 10 else ""
        terminal.line(
            "  ", cut(words, first).ljust(first), _GAP, figures, _GAP if beside else "", (beside, "bright_black")
        )


def _words(document: Document, cell: Cell) -> str:
    return "" if cell is None else document.cell_words(cell)
