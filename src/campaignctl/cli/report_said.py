"""What a report says beside what it wrote: what its numbers lack, whatever the reason, and what to do next."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from campaignctl.cli.environment import Environment

if TYPE_CHECKING:
    from campaignctl.domain.document import Document
    from campaignctl.domain.findings import Finding

COLUMNS, WARNING = "DAT104", 1
GAPS = 5
"""As many exports that were not read whole, and as many things that the exports lack, are named in the terminal."""


def say_gaps(environment: Environment, document: "Document", findings: "Sequence[Finding]") -> None:
    """Say which exports could not be read whole and what none holds: a number that lacks a shop is to look like one."""
    by_file: dict[str, list[Finding]] = {}
    for one in findings:
        if one.place.file.startswith("exports/") and one.severity.rank == 0:
            by_file.setdefault(one.place.file, []).append(one)
    lacking = list(_lacking(document))
    if by_file:
        words = "1 export was" if len(by_file) == 1 else f"{len(by_file):,} exports were"
        environment.warn(f"{words} not read whole; the numbers are without what is missing.")
    for file, found in [*by_file.items()][:GAPS]:
        more = f" (and {len(found) - 1:,} more like it)" if len(found) > 1 else ""
        first = next((one for one in found if one.place.row), found[0])  # a cell says more than how many there are
        environment.warn(f"  {plain(file)}\n    {plain(first.message)}{more}")
    if len(by_file) > GAPS:
        environment.warn(f"  … {len(by_file) - GAPS:,} more")
    for one in lacking[:GAPS]:
        environment.warn(plain(f"Missing: {one.message}"))
    if len(lacking) > GAPS:
        environment.warn(f"  … {len(lacking) - GAPS:,} more")
    if by_file or lacking:
        environment.warn("Sheet Data quality of report.xlsx lists all, with what to do.")


def _lacking(document: "Document") -> "Iterator[Finding]":
    """Yield what the report found its numbers to lack; which columns a file has not is for the sheet to say."""
    from campaignctl.domain.document import Findings

    section = document.section("data")
    for part in section.parts if section is not None else ():
        if isinstance(part, Findings):
            told = (one for one in part.findings if one.code.startswith("DAT") and one.code != COLUMNS)
            yield from (one for one in told if one.severity.rank == WARNING)


def plain(words: str) -> str:
    """Return words from outside on one line: a file's name may hold line ends and worse."""
    return "".join(c if c.isprintable() else " " for c in words)


def say_next(environment: Environment, folder: Path, written: "Sequence[Path]") -> None:
    """Say what to do with what was written."""
    by_name = {path.stem.split(" (")[0]: path for path in written}
    if "actions" in by_name:
        environment.tell(
            f"Next:  note in {by_name['actions']} what became of each, and save it in {folder / 'decisions'}"
        )
