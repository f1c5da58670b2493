"""Marketplaces in the terminal: the known ones, and one with its tools and their limits."""

import textwrap
from collections.abc import Sequence
from itertools import groupby

from campaignctl.cli.views.terminal import Terminal
from campaignctl.domain.pages import ReadablePage

_SEAM = " · "
_LIMIT = 30


def show_marketplaces(terminal: Terminal, pages: Sequence[ReadablePage]) -> None:
    """Write one line a marketplace."""
    wide = max(len(page.name) for page in pages)
    for page in pages:
        terminal.line((page.name.ljust(wide), "bold"), f"  {page.family}  {page.mark}  {page.what}")


def show_marketplace(terminal: Terminal, page: ReadablePage) -> None:
    """Write one marketplace: each tool with its limits, then the pages that they were read on."""
    terminal.line((page.name, "bold"), f"  {page.family} · {page.mark} · {page.what}")
    terminal.line(("─" * terminal.width, "bright_black"))
    told = [(*heading.partition(_SEAM)[::2], text) for heading, text in page.facts]
    for tool, facts in groupby(told, key=lambda fact: fact[0]):
        terminal.line("")
        terminal.line((tool, "bold"))
        for _, limited, text in facts:
            _limit(terminal, limited, text)
    terminal.line("")
    for part in textwrap.wrap(page.why, terminal.width):
        terminal.line((part, "bright_black"))


def _limit(terminal: Terminal, limited: str, text: str) -> None:
    for line, part in enumerate(
        textwrap.wrap(text, terminal.width - _LIMIT, break_long_words=False, break_on_hyphens=False)
    ):
        head = limited if line == 0 else ""
        if len(head) > _LIMIT - 4:  # a long name has a line of its own
            terminal.line(f"  {head}")
            head = ""
        terminal.line(f"  {head}".ljust(_LIMIT), part)
