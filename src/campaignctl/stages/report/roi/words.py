"""What must be said beside cost and return: what counts as return, what is left out, and how sure that is."""

from collections.abc import Iterator

from campaignctl.domain.sentences import Sentence, say
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.counts import COST_KNOWN, ROI_BEARS
from campaignctl.stages.report.phrases import listed
from campaignctl.stages.report.roi.measure import PLATFORM, SELLER, Answer, Payback


def before(found: Payback, answer: Answer) -> str:
    """Return what a return is still before; fees only change hands between the two sides of a promotion."""
    if answer.at == At("funder", PLATFORM):
        return ""
    if found.cost_share is None:
        return " before product cost"
    return " before referral fee" if answer.at == At("funder", SELLER) and not found.fees.complete else ""


def words(basis: Basis, found: Payback) -> Iterator[Sentence]:
    """Yield what stands below the tables, one thing a sentence."""
    if found.why:
        yield say("No return is told: {why}.", why=found.why)
    yield say("Discount on sales that would have come anyway is part of the cost and adds nothing to the return.")
    if found.cost_share is None:
        known = basis.id(COST_KNOWN.id) in basis.ledger.figures
        amount = "{cost_known.total}" if known else "none"
        yield say(f"Sellers' return is before product cost, for unit costs are known of {amount} of GMV.")
        if (bears := basis.id(ROI_BEARS.id, At("funder", SELLER))) in basis.ledger.figures:
            below = "is" if found.fees.complete else "and fees that are not known are together"
            yield say(
                f"Their money pays back where product cost {below} below {{{bears}}} of list value, also at the"
                " low end of what is likely."
            )
    else:
        yield say("Unit costs are known of {cost_known.total} of GMV and stand for the rest.")
    yield from _beside(basis, found)
    if any(answer.at.key == PLATFORM for answer in found.funders) and not found.fees.complete:
        yield say(
            "The marketplace profile names no referral fee, so the platform's return is at least what is shown;"
            " settlements would tell it."
        )
    if found.cost_share is not None and not found.fees.complete:
        yield say("Without the referral fee, sellers' contribution is at most what is shown.")
    if found.on_trend:
        yield say(
            "It rests on the campaign's own trend: whatever else happened in those weeks is in the return as well."
        )
    if found.fees.settled:
        yield say(
            "Fees are those that {settled_orders.total} settled orders bore: the referral fee was"
            " {referral_fee_rate.total} of net sales."
        )
    if found.promotions:
        yield say(
            "{matched_share.total} of the lines that a promotion ran for carry its discount; only those count for it."
        )
        yield say(
            "A promotion's return is that of its SKUs on its days; SKUs of several promotions count in each of them."
        )


def _beside(basis: Basis, found: Payback) -> Iterator[Sentence]:
    """Yield what sellers paid that their return does not bear: for creators as far as settled, and for ads."""
    told = [say(words) for metric, words in _PAID_BESIDE if basis.ledger.value(metric)]
    if told:
        yield joined(say("Sellers' return leaves out "), listed(told), say(", paid on all sales and not only on more."))
    elif found.cost_share is not None:
        yield say("Commission and ads are left out.")


_PAID_BESIDE = (
    ("settled_commission", "{settled_commission.total} of commission on settled orders"),
    ("ad_cost", "{ad_cost.total} for ads"),
)


def source(basis: Basis, found: Payback) -> Sentence:
    """Return where the figures come from and what an ROI is."""
    kind = "margin added before the discount" if found.cost_share is not None else "sales added, before product cost"
    return joined(basis.source, say(f" ROI: {kind} / discount. Open: the interval holds 1."))
