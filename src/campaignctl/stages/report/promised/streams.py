"""The promised livestreams, each with what became of it and what it cost where it was not held or began late."""

from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Cell, Column, Mark, Table
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.phrases import capital, every
from campaignctl.stages.report.promised import terms as t
from campaignctl.stages.report.promised.measure import Promises
from campaignctl.stages.report.promised.slots import Held, Slot
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import clock, full_day

M, N = Format.MONEY, Format.COUNT
_SLOTS = (
    Column("seller", "Seller"),
    Column("what", "What happened"),
    Column("minutes", "Minutes missed", N),
    Column("lost", "Sales lost", M),
    Column("start", "Promised for"),
    Column("stream", "Livestream"),
)
SLUGS = Slugs(tables={"promised-slots": tuple(column.key for column in _SLOTS)})


def promised_slots(basis: Basis, found: Promises) -> Table | None:
    """Return a row for each promised livestream: held, late or not held; None where none was promised."""
    if not found.slots:
        return None
    rows = tuple(_slot(basis, slot) for slot in found.slots)
    colours = {Held.ON_TIME: Mark.GOOD, Held.NOT_HELD: Mark.BAD, Held.LATE: Mark.BAD, Held.UNKNOWN: Mark.NEUTRAL}
    marks = {(at, "what"): colours[slot.held] for at, slot in enumerate(found.slots)}
    told = capital(held_words(basis)) or say("No LIVE list tells whether the promised livestreams were held")
    return Table("promised-slots", _SLOTS, rows, marks=marks, caption=told)


def held_words(basis: Basis) -> Sentence:
    """Return ``39 of 40 promised livestreams were held``, or an empty sentence where none was promised."""
    due, missed = (basis.ledger.value(term.id) or 0 for term in (t.SLOTS, t.SLOTS_MISSED))
    if not due:
        return Sentence()
    if due == 1:
        return say("the promised livestream was not held" if missed else "the promised livestream was held")
    if not missed:
        return say(every("slots.total", int(due), "promised livestreams") + " were held")
    return say("{slots_held.total} of {slots.total} promised livestreams were held")


def _slot(basis: Basis, slot: Slot) -> tuple[Cell, ...]:
    at, local = At("slot", slot.id), slot.start.astimezone(basis.inputs.zone)
    cells: list[Cell] = [None, None]
    if slot.missed:
        basis.ledger.enter(t.MINUTES, slot.missed, at)
        cells[0] = basis.ledger.ref(t.MINUTES.id, at)
        if slot.lost is not None:
            basis.ledger.enter(t.SLOTS_LOST, basis.ledger.money(slot.lost), at)
            cells[1] = basis.ledger.ref(t.SLOTS_LOST.id, at, M)
    start = f"{full_day(local.date())}, {clock(local)}"
    return (basis.seller(slot.seller), slot.held.value, *cells, start, slot.title)
