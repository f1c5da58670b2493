"""The lines for a chat: plain text, whatever the names in it hold."""

from campaignctl.domain.document import Document, Text
from campaignctl.writers.pptx.inert import inert

LONGEST = 280
_PLAIN = str.maketrans({"@": "＠", "<": "‹", ">": "›", "*": "∗", "`": "ʼ"})
"""Signs by which chats call people, set type or make links; none stands in a sentence of ours."""


def today_text(document: Document) -> str:
    """Return the lines of a document that ``for_today`` made, at most eight, each ended; empty when it has none."""
    part = document.part("today-lines")
    lines = part.sentences if isinstance(part, Text) else ()
    return "".join(f"{_cut(inert(document.words(line)).translate(_PLAIN))}\n" for line in lines)


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
