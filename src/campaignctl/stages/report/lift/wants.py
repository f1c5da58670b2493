"""Which of the four ways to measure a campaign its data allow, and what would allow a better one, in plain words."""

from campaignctl.domain.sentences import Sentence, say
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.counts import BOTH_SOLD, FAR_SHOPS, LEAST_DAYS, LEAST_SHOPS
from campaignctl.stages.report.lift.rung import FAR, Rung, Standing, Want
from campaignctl.stages.report.phrases import listed

WAYS = {
    Rung.CONTROL: "the first: against comparison shops",
    Rung.TREND: "the second: against the campaign's own trend",
    Rung.BASELINE: "the third: a change against the baseline",
    Rung.NOTHING: "the last: what was sold, against no other days",
}


def way(rung: Rung) -> Sentence:
    """Return which way the data allow."""
    return say(f"Of four ways to tell the effect, best first, the data allow {WAYS[rung]}.")


def wanted(basis: Basis, standing: Standing) -> Sentence:
    """Return what a better way needs, its numbers entered as figures; empty where nothing is missing."""
    return listed([_want(basis, each) for each in standing.missing])


def _want(basis: Basis, want: Want | str) -> Sentence:
    if isinstance(want, str):
        return Sentence((want,))
    least, there = (LEAST_SHOPS, FAR_SHOPS) if want.what == FAR else (LEAST_DAYS, BOTH_SOLD)
    needed, given = basis.ledger.enter(least, want.least), basis.ledger.enter(there, want.there)
    said = say(f"{{{needed.id}}} {want.what} ({{{given.id}}} {want.verb} there")
    return joined(said, Sentence((f"{want.because})",)))
