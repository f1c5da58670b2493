"""Findings as an operator reads them: by file, the exact cell, what is wrong, and the cure on the next line."""

import textwrap
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from campaignctl.cli.shell import quoted
from campaignctl.cli.views.terminal import SIGNS, STYLES, Terminal
from campaignctl.domain.findings import Finding, Severity, Verdict, with_capital

SHOWN_PER_FILE = 8
_PLURAL = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.NOTE: "notes"}


def counted(number: int, severity: Severity) -> str:
    """Return ``1 error`` or ``3 errors``."""
    return f"{number:,} {severity.value if number == 1 else _PLURAL[severity]}"


def show_findings(terminal: Terminal, findings: Sequence[Finding], folder: Path, *, everything: bool) -> None:
    """Write findings grouped by file: the set-up first, then the file with the worst."""
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_file[finding.place.file].append(finding)
    for file in sorted(by_file, key=lambda name: ("/" in name, _weight(by_file[name]), name)):
        _show_file(terminal, file, by_file[file], folder, everything=everything)


def _weight(findings: Sequence[Finding]) -> tuple[int, int]:
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return (-errors, -len(findings))


def _show_file(terminal: Terminal, file: str, findings: list[Finding], folder: Path, *, everything: bool) -> None:
    counts = ", ".join(
        counted(number, severity) for severity in Severity if (number := sum(f.severity is severity for f in findings))
    )
    terminal.line((file, "bold"), (f"  {counts}", "bright_black"))
    folded = _fold(findings)
    shown = folded if everything or len(folded) <= SHOWN_PER_FILE + 1 else folded[:SHOWN_PER_FILE]
    margin = min(max((len(_where(f)) for f, _ in shown), default=0), 34) + 2
    for finding, also in shown:
        _show_one(terminal, finding, also, margin)
    hidden = sum(1 + len(also) for _, also in folded[len(shown) :])
    if hidden:
        terminal.line(
            (
                f"  … {hidden} more in this file: campaignctl validate {quoted((folder / file).as_posix())} --all",
                "bright_black",
            )
        )
    terminal.line("")


def _fold(findings: Sequence[Finding]) -> list[tuple[Finding, list[str]]]:
    """Put findings that say the same of several cells of a sheet into one, with the other cells."""
    folded: dict[tuple[str, str, str, str], tuple[Finding, list[str]]] = {}
    for finding in findings:
        key = (finding.code, finding.place.sheet, finding.message, finding.fix)
        if key in folded and finding.place.cell:
            folded[key][1].append(finding.place.cell)
        else:
            folded.setdefault(key, (finding, []))
    return list(folded.values())


def _where(finding: Finding) -> str:
    place = finding.place
    name = place.file.rsplit("/", 1)[-1]
    sheet = f"{name}:{place.sheet}" if place.sheet else name
    return f"{sheet}{'!' if place.sheet else ':'}{place.cell}" if place.cell else sheet


def _show_one(terminal: Terminal, finding: Finding, also: list[str], margin: int) -> None:
    sign, style = SIGNS[finding.severity], STYLES[finding.severity]
    more = f" (also {', '.join(also[:6])}{' …' if len(also) > 6 else ''})" if also else ""
    if terminal.environment.plain:
        place = finding.place
        full = place.file + _where(finding).removeprefix(place.file.rsplit("/", 1)[-1])
        terminal.line(f"{full}  {sign} {finding.code}  {with_capital(finding.message, finding.value)}{more}")
        terminal.line(f"{' ' * len(full)}  fix  {finding.fix}")
        return
    where = _where(finding)
    if len(where) >= margin:
        terminal.line("  ", (where, "blue"))
        where = ""
    room = max(terminal.width - margin - 4, 30)
    sentence = f"{sign} {finding.code}  {with_capital(finding.message, finding.value)}{more}"
    head, *rest = textwrap.wrap(sentence, room, subsequent_indent=" " * 10) or [""]
    mark, words = head[: len(sign) + 1 + len(finding.code)], head[len(sign) + 1 + len(finding.code) :]
    terminal.line("  ", (where.ljust(margin), "blue"), (mark, style), words)
    for line in rest:
        terminal.line(" " * (margin + 2), line)
    for number, line in enumerate(textwrap.wrap(finding.fix, room - 5)):
        terminal.line(" " * (margin + 2), ("fix  " if number == 0 else "     ", "green"), line)


def show_totals(terminal: Terminal, verdict: Verdict) -> None:
    """Write the last line: totals and the verdict in words."""
    pieces: list[tuple[str, str] | str] = []
    for severity in Severity:
        number = verdict.count(severity)
        style = STYLES[severity] if number else "bright_black"
        pieces += [(f"{SIGNS[severity]} {counted(number, severity)}", style), "  "]
    files, rows = "file" if verdict.files == 1 else "files", "row" if verdict.rows == 1 else "rows"
    pieces.append(f"in {verdict.files:,} {files}, {verdict.rows:,} {rows}")
    terminal.line(*pieces)
    show_excused(terminal, verdict)
    words = {"safe": ("Safe to launch.", "bold green"), "not safe": ("Not safe to launch yet.", "bold")}
    terminal.line(words.get(verdict.word, ("Not proven: some rules could not check everything.", "bold yellow")))


def show_excused(terminal: Terminal, verdict: Verdict) -> None:
    """Write what the campaign's Rules sheet ignores or weighs otherwise, and who answers for it."""
    told = (("ignored", verdict.suppressed), ("weighed otherwise", verdict.reweighed))
    for words, excused in ((words, excused) for words, excused in told if excused):
        number = len(excused)
        heading = f"{number:,} {'finding' if number == 1 else 'findings'} {words} by the sheet Rules:"
        terminal.line((heading, "bright_black"))
        reasons = Counter((each.finding.code, each.reason, each.approver, each.until) for each in excused)
        for (code, reason, approver, until), count in list(reasons.items())[:SHOWN_PER_FILE]:
            end = f", until {until.isoformat()}" if until else ""
            terminal.line((f"  {code} × {count:,}  {reason} ({approver}{end})", "bright_black"))
        if len(reasons) > SHOWN_PER_FILE:
            terminal.line((f"  … {len(reasons) - SHOWN_PER_FILE:,} more (--json lists them)", "bright_black"))
