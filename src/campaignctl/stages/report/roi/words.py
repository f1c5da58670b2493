"""What must be said beside cost and return: what counts as return, what is left out, and how sure that is."""

from collections.abc import Iterator

from campaignctl.domain.sentences import Sentence, say
from campaignctl.metrics.ledger import TOTAL, At
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.counts import (
    COST_KNOWN,
    ROI,
    ROI_BEARS,
    ROI_WITH_ADS,
    ROI_WITH_ADS_HIGH,
    ROI_WITH_ADS_LOW,
)
from campaignctl.stages.report.phrases import listed
from campaignctl.stages.report.roi.answer import Answer
from campaignctl.stages.report.roi.measure import Payback
from campaignctl.stages.report.roi.rows import PLATFORM, SELLER


def before(found: Payback, answer: Answer) -> str:
    """Return what a return is still before; fees only change hands between the two sides of a promotion."""
    if answer.at == At("funder", PLATFORM):
        return ""
    if found.cost_share is None:
        return " before product cost"
    return " before referral fee" if answer.at == At("funder", SELLER) and not found.fees.complete else ""


def words(basis: Basis, found: Payback) -> Iterator[Sentence]:
    """Yield what stands below the tables, one thing a sentence."""
    yield from _cost(basis, found)
    yield from _beside(basis, found)
    yield from _moved(basis)
    yield from _fees(found)
    if not basis.tells_orders:
        yield say("The campaign is told in sums, which do not say by which promotion each order came.")
    if found.promotions:
        yield say(
            "{matched_share.total} of the lines that a promotion ran for carry its discount; only those count for it."
        )
        yield say(
            "A promotion's return is that of its SKUs on its days; SKUs of several promotions count in each of them."
        )


def _cost(basis: Basis, found: Payback) -> Iterator[Sentence]:
    """Yield what counts as cost, and which product cost a return still has to bear."""
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


def _fees(found: Payback) -> Iterator[Sentence]:
    """Yield which fees are in the returns, and whether they rest on a trend alone."""
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


def _beside(basis: Basis, found: Payback) -> Iterator[Sentence]:
    """Yield what sellers paid beside the discount, for creators as far as settled and for ads, and where it stands."""
    borne = found.cost_share is not None and found.fees.commission is not None
    if borne:
        yield say(
            "Commission is taken off as settled orders bore it, {roi_commission.total} of net sales, on what was sold"
            " more."
        )
    out = [say(words) for metric, words in _PAID_BESIDE[borne:] if basis.ledger.value(metric)]
    if out:
        yield joined(say("Sellers' return leaves out "), listed(out), say(", paid on all sales and not only on more."))
    elif found.cost_share is not None:
        yield say("Ads are left out." if borne else "Commission and ads are left out.")
    at = At("funder", SELLER)
    ratio, low, high = (basis.id(term.id, at) for term in (ROI_WITH_ADS, ROI_WITH_ADS_LOW, ROI_WITH_ADS_HIGH))
    if ratio in basis.ledger.figures:
        yield say(
            f"With all ads counted as cost beside the discount it is {{{ratio}}}, between {{{low}}} and {{{high}}}."
        )


def _moved(basis: Basis) -> Iterator[Sentence]:
    """Yield that sales which buyers only moved are in the returns, where the week after tells how many they may be."""
    net = TOTAL.against("net")
    if basis.ledger.value("gmv", net) is not None and basis.ledger.value(ROI.id, At("funder", SELLER)) is not None:
        gross, kept = basis.id("gmv", TOTAL.against("expected")), basis.id("gmv", net)
        yield say(
            f"Returns are of the campaign's days, a lift of {{{gross}}}: what buyers only moved into them is in it;"
            f" net of that the lift is {{{kept}}}."
        )


_PAID_BESIDE = (
    ("settled_commission", "{settled_commission.total} of commission on settled orders"),
    ("ad_cost", "{ad_cost.total} for ads"),
)


def source(basis: Basis, found: Payback) -> Sentence:
    """Return where the figures come from and what an ROI is."""
    kind = "margin added before the discount" if found.cost_share is not None else "sales added, before product cost"
    return joined(basis.source, say(f" ROI: {kind} / discount. Open: the interval holds 1."))
