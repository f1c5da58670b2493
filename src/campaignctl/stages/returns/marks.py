"""The cells that a return colours: those with an error or a warning, each with a note of what is wrong and the cure."""

from collections.abc import Sequence

from campaignctl.domain.findings import Finding, Severity
from campaignctl.domain.returns import NOTE, Mark, Standing
from campaignctl.domain.rounds import State, Tracked
from campaignctl.stages.returns.lines import sentence

MOST = 10_000
"""Cells marked in one workbook; a note on more of them would make it slow to open, and no easier to mend."""


def marks_of(tracked: Sequence[Tracked]) -> tuple[Mark, ...]:
    """Return the marks for what is open, the worst first."""
    still = (one.finding for one in tracked if one.state is not State.FIXED)
    wrong = [one for one in still if one.place.cell and one.severity is not Severity.NOTE]
    return tuple(_mark(finding) for finding in sorted(wrong, key=lambda one: one.order)[:MOST])


def _mark(finding: Finding) -> Mark:
    words = [f"{NOTE}{finding.code} {finding.severity}", sentence(finding.message, 600, finding.value)]
    if finding.fix:
        words.append(f"Fix: {sentence(finding.fix, 400)}")
    return Mark(finding.place.sheet, finding.place.cell, Standing.of(finding.severity), "\n".join(words))
