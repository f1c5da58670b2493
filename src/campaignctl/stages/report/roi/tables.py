"""What each discount cost and brought, as rows: one for each side's money, one for each promotion."""

from collections.abc import Sequence

from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import say
from campaignctl.domain.tables import Cell, Column, Mark, Table
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import (
    MATCHED,
    OTHER_PROMOTIONS,
    PLATFORM_COST,
    ROI,
    ROI_BEARS,
    ROI_COST,
    ROI_HIGH,
    ROI_LOW,
    ROI_RETURN,
    ROI_RETURN_HIGH,
    ROI_RETURN_LOW,
    SELLER_COST,
    Count,
)
from campaignctl.stages.report.roi.answer import Answer
from campaignctl.stages.report.roi.arithmetic import Verdict
from campaignctl.stages.report.roi.measure import Payback
from campaignctl.stages.report.roi.rows import PLATFORM
from campaignctl.stages.report.roi.words import before
from campaignctl.stages.report.slugs import Slugs

M, P, R = Format.MONEY, Format.PERCENT, Format.RETURN
_WORDS = {
    Verdict.PAID: ("▲ Paid back", Mark.GOOD),
    Verdict.LOST: ("▼ Did not pay back", Mark.BAD),
    Verdict.OPEN: ("● Open", Mark.NEUTRAL),
    None: ("– No verdict", Mark.NEUTRAL),
}
_INTERVAL = (
    Column("roi", "ROI", R, "Return per unit of cost"),
    Column("low", "ROI, low", R, "Return per unit of cost"),
    Column("high", "ROI, high", R, "Return per unit of cost"),
    Column("verdict", "Verdict", None, "Return per unit of cost"),
)
_FUNDERS = (
    Column("funder", "Whose money"),
    Column("cost", "Discount", M, "Cost"),
    Column("return", "Return", M, "Before the discount"),
    Column("return_low", "Return, low", M, "Before the discount"),
    Column("return_high", "Return, high", M, "Before the discount"),
    *_INTERVAL,
    Column("bears", "Product cost it bears", P, "Of list value"),
    Column("counts", "What counts as return"),
)
_PROMOTIONS = (
    Column("promotion", "Promotion"),
    Column("by_seller", "By sellers", M, "Cost"),
    Column("by_platform", "By platform", M, "Cost"),
    Column("cost", "Together", M, "Cost"),
    Column("return", "Return", M, "Before the discount"),
    *_INTERVAL,
    Column("bears", "Product cost it bears", P, "Of list value"),
    Column("matched", "Lines matched", P, "Told by their discount"),
)
SLUGS = Slugs(
    tables={
        "roi-funders": tuple(column.key for column in _FUNDERS),
        "roi-promotions": tuple(column.key for column in _PROMOTIONS),
    }
)


def by_funder(basis: Basis, found: Payback) -> Table:
    """Return a row for each side's money: what it paid, what came back, and the verdict."""
    returns = (ROI_COST, ROI_RETURN, ROI_RETURN_LOW, ROI_RETURN_HIGH, ROI, ROI_LOW, ROI_HIGH)
    rows = tuple(
        (
            answer.name,
            *_cells(basis, answer, *returns),
            _verdict(found, answer),
            _bears(basis, answer),
            _counts(found, answer),
        )
        for answer in found.funders
    )
    marks = _marks(found.funders)
    return Table("roi-funders", _FUNDERS, rows, marks=marks, caption=say("By whose money"))


def _marks(rows: Sequence[Answer]) -> dict[tuple[int, str], Mark]:
    return {(row, "verdict"): _WORDS[answer.verdict][1] for row, answer in enumerate(rows) if answer.verdict}


def _counts(found: Payback, answer: Answer) -> str:
    """Say what is in a return."""
    if answer.at.key == PLATFORM:
        fees = found.fees.words
        return f"{fees} beyond the expected" if fees else "no fee is named"
    if found.cost_share is None:
        return "sales before product cost"
    borne = "product cost, fees and commission" if found.fees.commission else "product cost and fees"
    if not found.fees.complete:
        return f"contribution before the referral fee: sales less {borne.replace('fees', 'known fees')}"
    return f"contribution: sales less {borne}"


def _bears(basis: Basis, answer: Answer) -> Cell:
    return basis.ledger.ref(ROI_BEARS.id, answer.at) if answer.bears is not None else None


def by_promotion(basis: Basis, found: Payback) -> Table | None:
    """Return a row for each promotion, then what no promotion explains; None where no promotion was told apart."""
    if not found.promotions:
        return None
    shown = (SELLER_COST, PLATFORM_COST, ROI_COST, ROI_RETURN, ROI, ROI_LOW, ROI_HIGH)
    rows = [
        (
            answer.name,
            *_cells(basis, answer, *shown),
            _verdict(found, answer),
            _bears(basis, answer),
            basis.ledger.ref(MATCHED.id, answer.at),
        )
        for answer in found.promotions
    ]
    if found.rest is not None:
        costs = _cells(basis, found.rest, SELLER_COST, PLATFORM_COST, ROI_COST)
        rows.append((_rest(basis, found), *costs, *(None,) * (len(_PROMOTIONS) - 4)))
    marks = _marks(found.promotions)
    return Table("roi-promotions", _PROMOTIONS, tuple(rows), marks=marks, caption=say("By promotion"))


def _rest(basis: Basis, found: Payback) -> Cell:
    if not found.others:
        return "Coupons and what no promotion explains"
    many = "promotion" if found.others == 1 else "promotions"
    return say(f"{{{basis.id(OTHER_PROMOTIONS.id)}}} more {many}, coupons and what no promotion explains")


def _cells(basis: Basis, answer: Answer, *terms: Count) -> tuple[Cell, ...]:
    return tuple(
        basis.ledger.ref(term.id, answer.at, M if term.format is Format.MONEY_SHORT else None) for term in terms
    )


def _verdict(found: Payback, answer: Answer) -> str:
    word = _WORDS[answer.verdict][0]
    return word + before(found, answer) if answer.verdict is Verdict.PAID else word
