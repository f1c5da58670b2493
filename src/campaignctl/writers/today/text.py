"""The lines for a chat: plain text, whatever the names in it hold."""

from campaignctl.domain.document import Document, Text
from campaignctl.writers.pptx.inert import inert
from campaignctl.writers.today.said import Said, fitted, said

LONGEST = 280
_PLAIN = str.maketrans({"@": "＠", "<": "‹", ">": "›", "*": "∗", "`": "ʼ"})
"""Signs by which chats call people, set type or make links; none stands in a sentence of ours."""


def today_text(document: Document) -> str:
    """Return the lines of a document that ``for_today`` made, at most eight, each ended; empty when it has none."""
    section, opening = document.section("today"), document.part("today-opening")
    if section is None:
        return ""
    titles = opening.sentences if isinstance(opening, Text) else ()
    lines = [
        *(inert(document.words(title)) for title in titles),
        *(fitted(one, _is_short).sentence for one in said(document)),
        inert(document.words(section.context)),
    ]
    return "".join(f"{_cut(line.translate(_PLAIN))}\n" for line in lines)


def _is_short(one: Said) -> bool:
    return len(one.sentence) <= LONGEST


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
