"""The lines of a list: what is open, errors and the most money first, then what was mended, then what is fixed."""

from collections.abc import Mapping, Sequence

from campaignctl.domain.findings import Finding, with_capital
from campaignctl.domain.returns import Answer, Answered, Line, Mended, Standing, key_of
from campaignctl.domain.rounds import State, Tracked

MOST = 20_000
"""Lines of one list: a sheet may hold 65,530 links, and nobody reads as many."""

_LONGEST = {"value": 300, "message": 1_500, "fix": 1_000}

Answers = Mapping[tuple[str, ...], Answered]


def lines_of(tracked: Sequence[Tracked], mended: Sequence[Mended], answers: Answers) -> tuple[Line, ...]:
    """Return the lines of one list; an answer that still holds stands again beside its finding."""
    still = sorted((one for one in tracked if one.state is not State.FIXED), key=lambda one: one.finding.order)
    fixed = sorted((one for one in tracked if one.state is State.FIXED), key=lambda one: one.finding.order)
    lines = [_open(one, answers) for one in still]
    lines += [_mended(one) for one in mended]
    lines += [_fixed(one.finding) for one in fixed]
    return tuple(lines[:MOST])


def cell_of(finding: Finding) -> str:
    """Return the cell that a finding's link leads to: its own, or the first of its row."""
    place = finding.place
    return place.cell or (f"A{place.row}" if place.row else "")


def sentence(text: str, longest: int, value: str = "") -> str:
    """Return words as a sentence: a capital, and a full stop where no other sign ends them.

    An address, a file or the ``value`` that stands first is quoted and keeps its letters.
    """
    plain = text.strip()
    if len(plain) > longest:
        plain = plain[: longest - 1].rstrip() + "…"
    plain = with_capital(plain, value)
    return plain + "." if (plain and plain[-1].isalnum()) or plain.endswith((")", "”", "%", "’")) else plain


def _open(one: Tracked, answers: Answers) -> Line:
    finding = one.finding
    answered = answers.get(finding.identity)
    return Line(
        Standing.of(finding.severity),
        finding.place.sheet,
        cell_of(finding),
        finding.code,
        _cut(finding.value, "value"),
        sentence(finding.message, _LONGEST["message"], finding.value),
        sentence(finding.fix, _LONGEST["fix"]),
        "new" if one.state is State.NEW else f"round {one.since}, open",
        key_of(finding.identity),
        _again(answered),
    )


def _again(answered: Answered | None) -> str:
    """Return an answer to be shown again: not "Fixed", for the finding is still there."""
    if answered is None or answered.answer is Answer.FIXED:
        return ""
    return answered.words or answered.answer


def _mended(one: Mended) -> Line:
    place = one.place
    return Line(
        Standing.MENDED, place.sheet, place.cell, "", one.before, sentence(one.what, 300), one.done, "mended by us"
    )


def _fixed(finding: Finding) -> Line:
    place = finding.place
    said = sentence(finding.message, _LONGEST["message"], finding.value)
    return Line(
        Standing.FIXED, place.sheet, cell_of(finding), finding.code, _cut(finding.value, "value"), said, "", "fixed"
    )


def _cut(text: str, field: str) -> str:
    longest = _LONGEST[field]
    return text if len(text) <= longest else text[: longest - 1] + "…"
