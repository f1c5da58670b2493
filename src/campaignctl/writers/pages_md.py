"""A catalogue's pages as one Markdown document, for docs."""

from collections.abc import Sequence
from itertools import groupby

from campaignctl.domain.pages import ReadablePage


def pages_md(title: str, introduction: str, pages: Sequence[ReadablePage]) -> str:
    """Return all pages: a table of contents by family, then a section a page."""
    lines = [f"# {title}", "", introduction, ""]
    for family, members in groupby(pages, key=lambda page: (page.code[:3], page.family)):
        lines += [f"**{family[0]}** {family[1]}", "", "| Code | Name | | What |", "|---|---|---|---|"]
        lines += [f"| [{p.code}](#{p.code.lower()}) | {p.name} | {p.mark} | {_cell(p.what)} |" for p in members]
        lines.append("")
    for page in pages:
        lines += _section(page)
    return "\n".join(lines).rstrip() + "\n"


def _section(page: ReadablePage) -> list[str]:
    lines = [f'## <a id="{page.code.lower()}"></a>{page.code} {page.name}', "", f"*{page.mark} · {page.family}*", ""]
    lines += [page.what, "", page.why, ""]
    lines += [f"**{heading}** {text}\n" for heading, text in page.facts]
    for example in page.examples:
        lines += ["```", example, "```", ""]
    if page.see:
        lines += [f"See {', '.join(page.see)}.", ""]
    return lines


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
