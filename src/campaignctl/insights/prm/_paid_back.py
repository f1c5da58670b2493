"""What is said of a promotion's cost and return, whichever side of break-even it lies on."""

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence, PaidBack
from campaignctl.insights.insight import Sort, Tried


def told(evidence: Evidence, paid: PaidBack, sort: Sort, words: str, then: str) -> Tried:
    """Return the insight; its money is what lies between cost and return."""
    key, name = paid.promotion, " ".join(paid.promotion.split())[:40]
    tokens = {
        "{cost}": evidence.money("promotion_cost", key, paid.cost),
        "{brought}": evidence.money("promotion_return", key, paid.brought),
        "{ratio}": evidence.ratio("promotion", key, paid.brought / paid.cost),
    }
    for placeholder, token in tokens.items():
        words = words.replace(placeholder, token)
    low, high = (
        evidence.ratio(f"promotion_{end}", key, value) for end, value in (("low", paid.low), ("high", paid.high))
    )
    sure = say(f"95% interval {low} to {high}; 1 is break-even")
    return Tried(
        key, abs(paid.brought - paid.cost), sort, p=paid.p, say=say(words, name=name, of=paid.of), sure=sure, then=then
    )
