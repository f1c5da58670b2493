"""What the discounts cost and brought: by whose money, by promotion, with the interval and a verdict or none."""

from collections.abc import Sequence

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Part, Section, Text
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Cell, Column, Mark, Table
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.counts import (
    MATCHED,
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
)
from campaignctl.stages.report.phrases import cut, listed
from campaignctl.stages.report.roi.arithmetic import Verdict
from campaignctl.stages.report.roi.measure import PLATFORM, SELLER, Answer, Payback
from campaignctl.stages.report.roi.words import before, source, words
from campaignctl.stages.report.slugs import Slugs

M, P, R = Format.MONEY, Format.PERCENT, Format.RATIO
WORDS = {
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
    sections=("roi",),
    charts={"cost": ("Sellers", "Platform"), "roi": ("Decided", "Open")},
    tables={
        "roi-funders": (
            "funder",
            "cost",
            "return",
            "return_low",
            "return_high",
            "roi",
            "low",
            "high",
            "verdict",
            "bears",
            "counts",
        ),
        "roi-promotions": (
            "promotion",
            "by_seller",
            "by_platform",
            "cost",
            "return",
            "roi",
            "low",
            "high",
            "verdict",
            "bears",
            "matched",
        ),
    },
    paragraphs=("roi-words",),
)


def roi(basis: Basis, found: Payback | None, used: Table | None = None) -> Section | None:
    """Return the section on cost and return, with what was ``used`` of promises; None where no discount was given."""
    if found is None:
        return None
    parts: tuple[Part | None, ...] = (
        _funders(basis, found),
        _promotions(basis, found),
        _cost_chart(basis, found),
        _roi_chart(basis, found),
        used,
        Text("roi-words", tuple(words(basis, found))),
    )
    context = say(
        "{name} · discount by funder in {currency}", name=cut(basis.inputs.campaign.name), currency=basis.currency
    )
    kept = tuple(part for part in parts if part is not None)
    return Section("roi", "Cost and return", title(basis, found), context, kept, source(basis, found))


def title(basis: Basis, found: Payback) -> Sentence:
    """Return what each side's money did, or what it was where nothing may be said of its return."""
    if any(answer.found for answer in found.funders):
        return listed([_did(basis, found, answer) for answer in found.funders])
    spent = [joined(say(f"{_who(answer)} funded "), _cost(basis, answer)) for answer in found.funders]
    return joined(listed(spent), say(" of discount; what it brought cannot be told"))


def _did(basis: Basis, found: Payback, answer: Answer) -> Sentence:
    fees, bears = " in fees" if answer.at.key == PLATFORM else "", basis.id(ROI_BEARS.id, answer.at)
    cost = f", and after it where it is below {{{bears}}} of list" if answer.bears is not None else ""
    what = {
        Verdict.PAID: f"paid back{fees}{before(found, answer)}{cost}",
        Verdict.LOST: f"did not pay back{fees}",
        Verdict.OPEN: "is open",
        None: "cannot be told",
    }[answer.verdict]
    return joined(
        say("Sellers' " if answer.at.key == SELLER else "the platform's "),
        _cost(basis, answer),
        say(f" of discount {what}" if answer.at.key == SELLER else f" {what}"),
    )


def _who(answer: Answer) -> str:
    return "Sellers" if answer.at.key == SELLER else "the platform"


def _cost(basis: Basis, answer: Answer) -> Sentence:
    return say(f"{{{basis.id(ROI_COST.id, answer.at)}}}")


def _cells(basis: Basis, answer: Answer, *metrics: str) -> tuple[Cell, ...]:
    return tuple(
        basis.ledger.ref(
            metric,
            answer.at,
            M if metric.startswith(("roi_cost", "roi_return", "roi_seller", "roi_platform")) else None,
        )
        for metric in metrics
    )


def _verdict(found: Payback, answer: Answer) -> str:
    word = WORDS[answer.verdict][0]
    return word + before(found, answer) if answer.verdict is Verdict.PAID else word


def _funders(basis: Basis, found: Payback) -> Table:
    returns = (ROI_COST.id, ROI_RETURN.id, ROI_RETURN_LOW.id, ROI_RETURN_HIGH.id, ROI.id, ROI_LOW.id, ROI_HIGH.id)
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
    return {(row, "verdict"): WORDS[answer.verdict][1] for row, answer in enumerate(rows) if answer.verdict}


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


def _promotions(basis: Basis, found: Payback) -> Table | None:
    if not found.promotions:
        return None
    metrics = (SELLER_COST.id, PLATFORM_COST.id, ROI_COST.id, ROI_RETURN.id, ROI.id, ROI_LOW.id, ROI_HIGH.id)
    rows = [
        (
            answer.name,
            *_cells(basis, answer, *metrics),
            _verdict(found, answer),
            _bears(basis, answer),
            basis.ledger.ref(MATCHED.id, answer.at),
        )
        for answer in found.promotions
    ]
    if found.rest is not None:
        costs = _cells(basis, found.rest, SELLER_COST.id, PLATFORM_COST.id, ROI_COST.id)
        rows.append(("Coupons and what no promotion explains", *costs, *(None,) * 7))
    marks = _marks(found.promotions)
    return Table("roi-promotions", _PROMOTIONS, tuple(rows), marks=marks, caption=say("By promotion"))


def _rows(found: Payback) -> Sequence[Answer]:
    return (*found.promotions, *([found.rest] if found.rest else []))


def _cost_chart(basis: Basis, found: Payback) -> Chart | None:
    """Draw what each promotion cost, by funder."""
    if len(found.promotions) < 2:
        return None
    rows = _rows(found)
    labels = tuple(cut(answer.name, 30) or "Others" for answer in rows)
    series = tuple(
        Series(name, tuple(basis.id(metric, answer.at) for answer in rows), Role.IDENTITY)
        for name, metric in (("Sellers", SELLER_COST.id), ("Platform", PLATFORM_COST.id))
    )
    title = joined(say("{name} cost most, ", name=cut(found.promotions[0].name, 30)), _cost(basis, found.promotions[0]))
    return Chart("cost", ChartKind.STACKED_COLUMN, title, basis.currency, basis.money, labels, series, title)


def _roi_chart(basis: Basis, found: Payback) -> Chart | None:
    """Draw every ratio with its interval; those that leave break-even out apart from those that hold it."""
    shown = [answer for answer in (*found.promotions, *found.funders) if answer.found is not None]
    if len(shown) < 2:
        return None
    decided = [answer.verdict in {Verdict.PAID, Verdict.LOST} for answer in shown]
    series = (
        _ratios(basis, "Decided", shown, decided, Role.CAMPAIGN),
        _ratios(basis, "Open", shown, [not told for told in decided], Role.BASELINE),
    )
    kept = tuple(one for one in series if any(one.values))
    kind = "Margin" if found.cost_share is not None else "Sales before product cost"
    title = say(f"{kind} added per unit of discount; 1 is break-even")
    labels = tuple(cut(answer.name, 30) for answer in shown)
    return Chart("roi", ChartKind.BAR, title, f"{kind.lower()} per unit of discount", R, labels, kept, title)


def _ratios(basis: Basis, name: str, shown: Sequence[Answer], which: Sequence[bool], role: Role) -> Series:
    ids = [
        tuple(
            basis.id(metric, answer.at) if mine and basis.ledger.get(metric, answer.at) else None
            for answer, mine in zip(shown, which, strict=True)
        )
        for metric in (ROI.id, ROI_LOW.id, ROI_HIGH.id)
    ]
    return Series(name, ids[0], role, low=ids[1], high=ids[2])
