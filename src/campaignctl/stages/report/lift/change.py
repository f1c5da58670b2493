"""Where no effect can be estimated: what may be said instead, and what the next campaign needs to be told more."""

from collections.abc import Iterator

from campaignctl.domain.document import Section, Text
from campaignctl.domain.sentences import Sentence, say
from campaignctl.metrics.ledger import TOTAL
from campaignctl.stages.report.basis import BASELINE, Basis, joined
from campaignctl.stages.report.lift.effect import Lift
from campaignctl.stages.report.lift.rung import Rung
from campaignctl.stages.report.lift.wants import wanted, way
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.subject import is_regular

SLUGS = Slugs(sections=("change",), paragraphs=("change-words",))


def change(basis: Basis, found: Lift) -> Section | None:
    """Return the section on what cannot be told; None where an effect is estimated, or nothing was sold at all.

    None in a regular report too: nobody asks what a week brought that would not have come without it.
    """
    if found.estimate is not None or not basis.has_lines or is_regular(basis):
        return None
    context = say("{name} · GMV against the baseline", name=cut(basis.inputs.campaign.name))
    words = Text("change-words", tuple(_words(basis, found)))
    return Section("change", "Change", title(basis, found), context, (words,), basis.source)


def title(basis: Basis, found: Lift) -> Sentence:
    """Return that the effect cannot be told, and what it would take."""
    nor = "" if found.rung is Rung.BASELINE else ", nor a change against the baseline"
    opening = say("What the campaign brought cannot be told{nor}", nor=nor)
    needs = wanted(basis, found.standing)
    return joined(opening, say(": that needs "), needs) if needs else opening


def _words(basis: Basis, found: Lift) -> Iterator[Sentence]:
    if basis.has(BASELINE) and found.rung is Rung.BASELINE:
        usual = basis.id("gmv", TOTAL.on(BASELINE))
        told = f"GMV was {{gmv.total}}, in the baseline {{{usual}}}: a change that holds whatever else happened"
        yield say(f"{told} in those days.")
    yield say("No return on discount is told, for it would need what the campaign brought.")
    yield way(found.rung)
    needs = wanted(basis, found.standing)
    if needs:
        better = "An estimate" if found.rung is Rung.BASELINE else "A change against the baseline"
        yield joined(say(f"{better} needs "), needs, say("."))
