"""The seller scorecard: what each seller sold against its plan, what it kept of its promises, and its standing."""

from collections import defaultdict

from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, say
from campaignctl.domain.tables import Cell, Column, Mark, Table
from campaignctl.metrics.ledger import TOTAL, At
from campaignctl.stages.report.basis import TARGET, Basis
from campaignctl.stages.report.counts import TO_TARGET
from campaignctl.stages.report.promised import terms as t
from campaignctl.stages.report.promised.measure import SELLERS, Promises
from campaignctl.stages.report.provisional import CAME_BACK, headed
from campaignctl.stages.report.slugs import Slugs

M, N, P = Format.MONEY, Format.COUNT, Format.PERCENT
MINUTES_A_DAY = 1440
MOSTLY = 0.95
"""The share of promises from which on they are mostly kept."""
_FIGURES = (
    (Column("gmv", "GMV", M, "Sales"), "gmv", ""),
    (Column("target", "Plan", M, "Sales"), "gmv", TARGET),
    (Column("percent_of_target", "% of plan", P, "Sales"), TO_TARGET.id, ""),
    (Column("promised", "Promised lines", N, "Promises"), t.PROMISED.id, ""),
    (Column("kept", "Kept", N, "Promises"), t.KEPT.id, ""),
    (Column("price", "Price kept", P, "Promises"), t.PRICE_SHARE.id, ""),
    (Column("stock", "Stock kept", P, "Promises"), t.STOCK_SHARE.id, ""),
    (Column("slots", "Slots", N, "Livestreams"), t.SLOTS.id, ""),
    (Column("held", "Held", N, "Livestreams"), t.SLOTS_HELD.id, ""),
    (Column("overpaid", "Paid too much", M, "What it cost"), t.OVERPAID.id, ""),
    (Column("lost", "Sales lost", M, "What it cost"), t.LOST.id, ""),
    (Column("cost", "Money", M, "What it cost"), t.BROKEN_COST.id, ""),
    (Column("cancelled", "Cancelled", P, CAME_BACK), "cancel_rate", ""),
    (Column("refunded", "Refunded", P, CAME_BACK), "refund_rate", ""),
)
STANDINGS = {"▲ broken": Mark.BAD, "~ mostly kept": Mark.NEUTRAL, "✓ kept": Mark.GOOD, "– not told": Mark.NEUTRAL}
STANDING_KEYS = ("seller", "seller_id", "standing", *(column.key for column, _, _ in _FIGURES))
SLUGS = Slugs(tables={"promised-sellers": STANDING_KEYS})


def scorecards(basis: Basis, found: Promises) -> Table:
    """Return the scorecard: those who broke a promise first, by its money and then its days; then the largest."""
    days = _days(found)
    keys = sorted(found.sellers, key=lambda seller: _rank(basis, seller, days.get(seller, 0.0)))
    kept = [each for each in _FIGURES if any(_known(basis, each, At(SELLERS, key)) for key in keys)]
    rows = tuple((basis.seller(key), standing(basis, key), *_cells(basis, kept, At(SELLERS, key))) for key in keys)
    heads = (Column("seller", "Seller"), Column("standing", "Standing"))
    total = ("All sellers", None, *_cells(basis, kept, TOTAL)) if len(rows) > 1 else None
    marks = {(at, "standing"): STANDINGS[str(row[1])] for at, row in enumerate(rows)}
    return Table(
        "promised-sellers",
        (*heads, *(headed(basis, column) for column, _, _ in kept)),
        rows,
        total,
        marks,
        caption=say("Seller scorecard"),
    )


def standing(basis: Basis, seller: str) -> str:
    """Return in words how a seller kept its promises; streams and lines weigh the same."""
    made, broken = _promises(basis, seller)
    if not made:
        return "– not told"
    if not broken:
        return "✓ kept"
    return "~ mostly kept" if broken <= (1 - MOSTLY) * made else "▲ broken"


def _promises(basis: Basis, seller: str) -> tuple[int, int]:
    at = At(SELLERS, seller)
    made = [int(basis.ledger.value(term.id, at) or 0) for term in (t.PROMISED, t.SLOTS)]
    broken = [int(basis.ledger.value(term.id, at) or 0) for term in (t.BROKEN, t.SLOTS_MISSED)]
    return sum(made), sum(broken)


def _days(found: Promises) -> dict[str, float]:
    """Return for how long each seller's promises were broken, in days: above their price, out of stock, off air."""
    days: defaultdict[str, float] = defaultdict(float)
    for slot in found.slots:
        days[slot.seller] += slot.missed / MINUTES_A_DAY
    if found.lines is not None:
        told = found.lines[found.lines["for_all"]]
        broken = told["above_days"] + told["gap"].where(told["short"], 0)
        for seller, many in broken.astype(float).groupby(told["seller_id"]).sum().items():
            days[str(seller)] += float(many)
    return dict(days)


def _rank(basis: Basis, seller: str, days: float) -> tuple[bool, float, float, float, str]:
    _, broken = _promises(basis, seller)
    cost, sold = (float(basis.ledger.value(word, At(SELLERS, seller)) or 0) for word in (t.BROKEN_COST.id, "gmv"))
    return (not (broken or days), -cost, -days, -sold, seller)


def _known(basis: Basis, figure: tuple[Column, str, str], at: At) -> bool:
    return basis.ledger.value(figure[1], at.on(figure[2])) is not None


def _cells(basis: Basis, kept: list[tuple[Column, str, str]], at: At) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for column, metric, period in kept:
        figure = basis.ledger.get(metric, at.on(period))
        same = figure is not None and figure.format is column.format
        cells.append(None if figure is None else Ref(figure.id, format=None if same else column.format))
    return tuple(cells)
