"""The bridge as a table and in words: the known number, every step with the running sum after it, ours, the rest."""

from collections.abc import Iterator

from campaignctl.domain.document import Section, Text
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Cell, Column, Table
from campaignctl.metrics.ledger import At
from campaignctl.metrics.metric import Unit
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.bridge.steps import Bridge, Step
from campaignctl.stages.report.counts import Count, Terms
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.slugs import Slugs

M = Format.MONEY
SLUGS = Slugs(
    sections=("bridge",),
    tables={"bridge": ("step", "amount", "running", "note")},
    paragraphs=("bridge-words",),
)


def _money(word: str, label: str, formula: str) -> Count:
    return Count(word, label, formula, Unit.MONEY, M)


KNOWN = _money("bridge_known", "Known GMV", "the number given with --known")
TAKEN = _money("bridge_step", "Step", "what a wider count holds and ours leaves out, with the sign that leads to ours")
RUNNING = _money("bridge_running", "Running sum", "known number after all steps up to this one")
EXPLAINED = _money("bridge_explained", "Explained", "known number less the running sum after the last step")
UNEXPLAINED = _money("bridge_unexplained", "Unexplained", "running sum after the last step less our GMV")
NEAREST = _money("bridge_nearest", "Distance", "smallest distance of a running sum to our GMV")
TERMS = Terms((KNOWN, TAKEN, RUNNING, EXPLAINED, UNEXPLAINED, NEAREST), "orders export", place=3)
_COLUMNS = (
    Column("step", "Step"),
    Column("amount", "Amount", M),
    Column("running", "Running sum", M),
    Column("note", "Note"),
)


def bridge(basis: Basis, found: Bridge | None) -> Section | None:
    """Return the bridge from the known number to ours; None when no number was given."""
    if found is None:
        return None
    _enter(basis, found)
    parts = (_table(basis, found), Text("bridge-words", tuple(_words(basis, found))))
    context = say("{name} · GMV in {currency}", name=cut(basis.inputs.campaign.name), currency=basis.currency)
    return Section("bridge", "Bridge", _title(found), context, parts, basis.source, method=True)


def _enter(basis: Basis, found: Bridge) -> None:
    ledger = basis.ledger
    ledger.enter(KNOWN, ledger.money(found.known))
    for step, running in zip(found.steps, found.running, strict=True):
        at = At("step", step.key)
        ledger.enter(TAKEN, None if step.amount is None else ledger.money(-step.amount), at, reason=step.why)
        ledger.enter(RUNNING, ledger.money(running), at)
    if found.unexplained is not None:
        last = found.running[-1] if found.steps else found.known
        ledger.enter(EXPLAINED, ledger.money(found.known - last))
        ledger.enter(UNEXPLAINED, ledger.money(found.unexplained))


def _title(found: Bridge) -> Sentence:
    if found.ours is None:
        return say("No order tells what {bridge_known.total} is made of")
    if found.unexplained is not None and found.unexplained < 0:
        return say(
            "The steps take {bridge_unexplained.total!u} more off {bridge_known.total} than leads to {gmv.total}"
        )
    if not found.unexplained:
        return say("The steps lead from {bridge_known.total} to our {gmv.total} without a rest")
    return say("Of {bridge_known.total}, {bridge_unexplained.total} stay unexplained beside our {gmv.total}")


def _table(basis: Basis, found: Bridge) -> Table:
    opening: tuple[Cell, ...] = ("GMV as you know it", None, basis.ledger.ref(KNOWN.id), None)
    rows = [opening, *(_row(basis, step) for step in found.steps)]
    if found.unexplained is not None:
        rows.append(("Unexplained", basis.ledger.ref(UNEXPLAINED.id), None, "held by none of the steps"))
        rows.append(("GMV in this report", None, basis.ledger.ref("gmv", form=M), "paid sales at the price paid"))
    return Table("bridge", _COLUMNS, tuple(rows))


def _row(basis: Basis, step: Step) -> tuple[Cell, ...]:
    at = At("step", step.key)
    return (step.words, basis.ledger.ref(TAKEN.id, at), basis.ledger.ref(RUNNING.id, at), step.why or None)


def _words(basis: Basis, found: Bridge) -> Iterator[Sentence]:
    yield say("Each step is what a wider count holds; where your number never held it, that step is not yours to take.")
    if found.ours is None or not found.steps:
        return
    gaps = [abs(found.known - found.ours), *(abs(running - found.ours) for running in found.running)]
    nearest = gaps.index(min(gaps))
    basis.ledger.enter(NEAREST, basis.ledger.money(gaps[nearest]))
    where = "before any step" if not nearest else f"after “{found.steps[nearest - 1].words}”"
    yield say("The running sum lies nearest to ours {where}, {bridge_nearest.total} away.", where=where)
    alike = found.alike(int(10**basis.ledger.currency.decimals))
    if alike:
        names = " and ".join(f"“{step.words}”" for step in alike)
        make = "is" if len(alike) == 1 else "together are"
        yield say(f"{{names}} {make} just the difference: most likely your number counts that.", names=names)
