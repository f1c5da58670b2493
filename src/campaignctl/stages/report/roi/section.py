"""What the discounts cost and brought: by whose money, by promotion, with the interval and a verdict or none."""

from campaignctl.domain.document import Part, Section, Text
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Table
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.counts import COST_KNOWN, MATCHED, ROI, ROI_BEARS, ROI_COST, ROI_RETURN, Terms
from campaignctl.stages.report.phrases import cut, listed
from campaignctl.stages.report.roi.answer import Answer
from campaignctl.stages.report.roi.arithmetic import Verdict
from campaignctl.stages.report.roi.charts import cost_chart, ratio_chart
from campaignctl.stages.report.roi.measure import Payback
from campaignctl.stages.report.roi.rows import PLATFORM, SELLER
from campaignctl.stages.report.roi.tables import by_funder, by_promotion
from campaignctl.stages.report.roi.words import before, source, words
from campaignctl.stages.report.slugs import Slugs

TERMS = Terms((ROI, ROI_RETURN, MATCHED, COST_KNOWN), "orders export, lift", place=1)
SLUGS = Slugs(sections=("roi",), paragraphs=("roi-words",))


def roi(basis: Basis, found: Payback | None, used: Table | None = None) -> Section | None:
    """Return the section on cost and return, with what was ``used`` of promises; None where no discount was given."""
    if found is None:
        return None
    parts: tuple[Part | None, ...] = (
        by_funder(basis, found),
        by_promotion(basis, found),
        cost_chart(basis, found),
        ratio_chart(basis, found),
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
        first, *rest = [_did(basis, found, answer) for answer in found.funders]
        return joined(first, *(joined(say("; "), one) for one in rest))
    spent = [joined(say(f"{_who(answer)} funded "), _cost(basis, answer)) for answer in found.funders]
    return joined(listed(spent), say(" of discount; what it brought cannot be told"))


def _did(basis: Basis, found: Payback, answer: Answer) -> Sentence:
    fees, bears = " in fees" if answer.at.key == PLATFORM else "", basis.id(ROI_BEARS.id, answer.at)
    where = before(found, answer) if answer.bears is None else f" where product cost is below {{{bears}}} of list price"
    what = {
        Verdict.PAID: f"paid back{fees}{where}",
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
