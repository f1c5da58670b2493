"""What is said of a promotion's cost and return, whichever side of break-even it lies on."""

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.facts import PaidBack
from campaignctl.insights.insight import Sort, Tried

MARGIN = "margin"


def told(evidence: Evidence, paid: PaidBack, sort: Sort, words: str, then: str) -> Tried:
    """Return the insight; its money, ``{apart}`` in ``words``, is what lies between cost and return."""
    key, name, apart = paid.promotion, " ".join(paid.promotion.split())[:40], abs(paid.brought - paid.cost)
    tokens = {
        "{cost}": evidence.money("promotion_cost", key, paid.cost),
        "{apart}": evidence.money("promotion_apart", key, apart),
    }
    if "{brought}" in words:
        tokens["{brought}"] = evidence.money("promotion_return", key, paid.brought)
    if paid.bears is not None:
        tokens["{bears}"] = evidence.share("promotion_bears", key, paid.bears)
    for placeholder, token in tokens.items():
        words = words.replace(placeholder, token)
    ratio, low, high = (
        evidence.ratio(f"promotion{end}", key, value)
        for end, value in (("", paid.brought / paid.cost), ("_low", paid.low), ("_high", paid.high))
    )
    sure = say(f"return {ratio}, 95% interval {low} to {high}; 1 is break-even")
    gained = "margin" if paid.of == MARGIN else "sales added"
    stakes, verb = ("loss", "stop") if sort is Sort.STOP else (gained, "repeat")
    said = say(words, name=name)
    return Tried(key, apart, sort, p=paid.p, say=said, sure=sure, then=then, brief=f"{verb} {name}", stakes=stakes)
