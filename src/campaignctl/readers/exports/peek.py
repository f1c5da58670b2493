"""Whether a file may be one of a few kinds of export, told from its first rows: most files never have to be read.

A look may say yes too often, and never no where the headings stand as the layout spells them.
"""

import re
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from html import unescape
from pathlib import Path

from campaignctl.marketplaces.layout import Layout
from campaignctl.marketplaces.layouts import Layouts
from campaignctl.readers.exports.recognise import Match, recognise
from campaignctl.readers.exports.sources import text_sheet
from campaignctl.readers.sniff import Text, Workbook, sniff

_TOP = 1 << 18  # bytes of a sheet that hold its first rows
_PARTS = 500  # of a workbook
_TEXTS = 1 << 25  # bytes of a workbook's shared texts that are looked at
_WORD = re.compile(r"[^\W_]+")


def may_be(path: Path, layouts: Sequence[Layout]) -> bool:
    """Whether the file at ``path`` may hold one of ``layouts``; a file that cannot be opened holds none."""
    try:
        kind = sniff(path)
        if isinstance(kind, Text):
            head = text_sheet(path, kind).head
            return isinstance(recognise(head, Layouts(tuple(layouts)), path.name, ""), Match)
        return isinstance(kind, Workbook) and _workbook_may_be(path, layouts)
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError):
        return False  # whoever reads all exports tells what is wrong with it


def _workbook_may_be(path: Path, layouts: Sequence[Layout]) -> bool:
    texts = [text.casefold() for text in _texts(path)]
    return any(all(_spelled(layout, name, texts) for name in layout.recognise.required) for layout in layouts)


def _spelled(layout: Layout, column: str, texts: Sequence[str]) -> bool:
    """Whether all words of some spelling of a column's header stand somewhere in ``texts``."""
    spellings = ([*_WORD.findall(each.header.casefold())] for each in layout.columns[column].headers)
    return any(all(any(word in text for text in texts) for word in words) for words in spellings)


def _texts(path: Path) -> Iterable[str]:
    """Yield the shared texts of a workbook, and the tops of its sheets, where texts may stand themselves."""
    with zipfile.ZipFile(path) as package:
        for name in package.namelist()[:_PARTS]:
            folded = name.casefold()
            if folded.endswith("sharedstrings.xml") or "/worksheets/" in folded:
                with package.open(name) as part:
                    most = _TEXTS if folded.endswith("sharedstrings.xml") else _TOP
                    yield unescape(part.read(most).decode("utf-8", "replace"))
