"""Of each kind of promise those sellers who broke most, with what that cost, for a slide of the kinds side by side.

Where nobody broke anything there is nothing to list, and the slide shows the sellers as they are.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Part, Text
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Cell, Column, Table
from campaignctl.metrics.ledger import TOTAL, At
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.counts import BELOW, SHORTFALL, Count
from campaignctl.stages.report.promised import terms as t
from campaignctl.stages.report.promised.measure import SELLERS, Promises
from campaignctl.stages.report.slugs import Slugs

MOST = 3
M, N = Format.MONEY, Format.COUNT


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of promise: how many were compared, in which ways one is broken, what that cost and what is said of none.

    ``ways`` gives the count of each, and the words behind it in the table and under the bar, of one and of several.
    """

    slug: str
    told: Count
    ways: tuple[tuple[Count, tuple[str, str], tuple[str, str]], ...]
    cost: Count
    head: str
    none: str


_LINES = (" line", " lines")
_KINDS = (
    _Kind(
        "price",
        t.PRICE_TOLD,
        ((t.PRICE_BROKEN, _LINES, (" above promise", " above promise")),),
        t.OVERPAID,
        "Overpaid",
        "No line was sold above its price.",
    ),
    _Kind(
        "stock",
        t.STOCK_TOLD,
        ((t.STOCK_SHORT, _LINES, (" ran short", " ran short")),),
        t.SHORT_LOST,
        "Sales lost",
        "No line ran short.",
    ),
    _Kind(
        "streams",
        t.SLOTS,
        tuple(
            (term, (said, said), (said, said))
            for term, said in ((t.SLOTS_LATE, " late"), (t.SLOTS_MISSED, " not held"))
        ),
        t.SLOTS_LOST,
        "Sales lost",
        "All were held, none of them late.",
    ),
)
OF_KINDS = frozenset(
    {"promised-held", "promised-added"}
    | {f"promised-{kind.slug}-{what}" for kind in _KINDS for what in ("worst", "broken")}
)
"""All parts of this page."""

SLUGS = Slugs(
    charts={"promised-held": ("On time", "Late", "Not held")},
    tables={f"promised-{kind.slug}-worst": ("seller", "broken", "lost") for kind in _KINDS},
    paragraphs=(*(f"promised-{kind.slug}-broken" for kind in _KINDS), "promised-added"),
)


def worst(basis: Basis, found: Promises) -> tuple[Part, ...]:
    """Return, per kind that can be compared, its table and the words under its bar, and the sum of all.

    The bar of livestreams tells late ones apart. Nothing where no promise was broken.
    """
    kinds = [kind for kind in _KINDS if basis.ledger.value(kind.told.id)]
    if not any(_broken(basis, kind, TOTAL) for kind in kinds):
        return ()
    words = (
        Text(f"promised-{kind.slug}-broken", (_said(basis, kind, TOTAL, under=True),))
        for kind in kinds
        if _broken(basis, kind, TOTAL)
    )
    return (*(_table(basis, found, kind) for kind in kinds), *words, *_added(basis), *_held(basis))


def _broken(basis: Basis, kind: _Kind, at: At) -> int:
    return sum(int(basis.ledger.value(term.id, at) or 0) for term, _, _ in kind.ways)


def _table(basis: Basis, found: Promises, kind: _Kind) -> Table:
    places = [(seller, At(SELLERS, seller)) for seller in found.sellers]
    broke = [(seller, at) for seller, at in places if _broken(basis, kind, at)]
    cost = {seller: float(basis.ledger.value(kind.cost.id, at) or 0) for seller, at in broke}
    broke.sort(key=lambda each: (-cost[each[0]], -_broken(basis, kind, each[1]), each[0]))
    heads = (Column("seller", "Seller"), Column("broken", "Broken"), Column("lost", kind.head, M))
    rows = tuple((basis.seller(seller), *_cells(basis, kind, at)) for seller, at in broke[:MOST])
    total = ("All sellers", *_cells(basis, kind, TOTAL)) if rows else None
    return Table(f"promised-{kind.slug}-worst", heads, rows, total, empty=kind.none)


def _cells(basis: Basis, kind: _Kind, at: At) -> tuple[Cell, Cell]:
    cost = basis.ref(kind.cost.id, at, M) if basis.ledger.value(kind.cost.id, at) else None
    return _said(basis, kind, at), cost


def _said(basis: Basis, kind: _Kind, at: At, *, under: bool = False) -> Sentence:
    """Return ``3 late, 2 not held``: how a kind was broken, in the words of the table or those under the bar."""
    phrases = []
    for term, words, below in kind.ways:
        many = basis.ledger.value(term.id, at)
        if many:
            phrases.append(Sentence((Ref(basis.id(term.id, at)), (below if under else words)[many != 1])))
    first, *rest = phrases
    return joined(first, *(joined(say(", "), phrase) for phrase in rest))


def _added(basis: Basis) -> Iterator[Text]:
    """Yield what broken promises cost together, and beside it what sellers below plan lack, where there are any."""
    parts = [kind.cost for kind in _KINDS if basis.ledger.value(kind.cost.id)]
    if not parts:
        return
    refs = [Sentence((Ref(basis.id(term.id), format=M),)) for term in parts]
    whole = Sentence((Ref(basis.id(t.BROKEN_COST.id), format=M),))
    adds_up = sum(_shown(basis, term) for term in parts) == _shown(basis, t.BROKEN_COST)
    if len(parts) == 1:
        told = joined(say("Broken promises cost "), whole)
    else:  # rounded, the parts may add up to a little more or less
        link = " = " if adds_up else ", each rounded, make "
        told = joined(refs[0], *(joined(say(" + "), ref) for ref in refs[1:]), say(link), whole)
    yield Text("promised-added", (told, *_beside(basis)), ((), ("sellers",)))


def _shown(basis: Basis, term: Count) -> int:
    return round(float(basis.ledger.value(term.id) or 0))


def _beside(basis: Basis) -> Iterator[Sentence]:
    many, lacks = (basis.ledger.get(term.id, At("sellers")) for term in (BELOW, SHORTFALL))
    if many is not None and lacks is not None and many.value and lacks.value:
        who = "seller missed its" if many.value == 1 else "sellers missed their"
        yield say(f" beside the {{{lacks.id}}} by which {{{many.id}}} {who} plan")


def _held(basis: Basis) -> Iterator[Chart]:
    """Yield the bar of livestreams in three parts; held on time are those held and not late."""
    held, late = (int(basis.ledger.value(term.id) or 0) for term in (t.SLOTS_HELD, t.SLOTS_LATE))
    if not basis.ledger.value(t.SLOTS.id):
        return
    basis.ledger.enter(t.SLOTS_ON_TIME, held - late)
    ids = [(basis.id(term.id),) for term in (t.SLOTS_ON_TIME, t.SLOTS_LATE, t.SLOTS_MISSED)]
    looks = (("On time", Role.CAMPAIGN), ("Late", Role.BASELINE), ("Not held", Role.ATTENTION))
    series = tuple(Series(name, values, role) for values, (name, role) in zip(ids, looks, strict=True))
    title = say("{slots_held.total} of {slots.total} livestreams were held")
    if late:
        title = joined(title, say(", {slots_late.total} of them late"))
    yield Chart("promised-held", ChartKind.BAR, title, "promises", N, ("All sellers",), series, title)
