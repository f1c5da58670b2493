"""Of one category's visitors fewer (or more) bought than before, by another measure than in the other categories.

Visitors came: what kept them from buying lies on the page, in the price or in the stock. Shops are compared, each by
its own conversion in both product lists, so that what moved the whole market drops out.
"""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.drv._shops import Shop, against_the_rest, shops_of
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.methods.own_past import Change


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try every category's conversion against that of all others."""
    for category, mine, found in against_the_rest(shops_of(evidence), lambda shop: shop.conversion):
        yield _told(evidence, category, mine, found)


def _told(evidence: Evidence, category: str, mine: list[Shop], found: Change) -> Tried:
    """Return the test in words; its money is what the same visitors would have brought, had they bought like others."""
    money = round(sum(shop.value for shop in mine) * abs(1 - 1 / (1 + found.effect)))
    now = sum(shop.buyers for shop in mine) / sum(shop.visitors for shop in mine)
    before = sum(shop.buyers_before for shop in mine) / sum(shop.visitors_before for shop in mine)
    rate = evidence.share("conversion_now", category, now)
    usual = evidence.share("conversion_before", category, before)
    effect, sure = evidence.change("conversion", category, found)
    worth, more = evidence.money("conversion", category, money), found.effect > 0
    sentence = say(
        f"Of the visitors of {{name}} {rate} bought, {usual} before: {effect} against the other categories, "
        f"about {worth} {'more' if more else 'less'}",
        name=evidence.called(category),
    )
    sort, then = (Sort.WORKS, "Look for what its pages did") if more else (Sort.LOST, "Look at its pages and prices")
    return Tried(category, money, sort, found.p, sentence, sure, then)


INSIGHT = Insight(
    code="DRV103",
    name="category-converted-otherwise",
    detect=detect,
    see=("DRV102", "DRV104"),
    examples=(
        example("""
funnels
| seller | category | visitors_before | visitors | buyers_before | buyers | value |
| S-001  | Kitchen  | 1000            | 1200     | 40            | 30     | 400   |
| S-002  | Kitchen  | 1000            | 1200     | 50            | 36     | 400   |
| S-003  | Beauty   | 1000            | 1200     | 40            | 50     | 600   |
| S-004  | Beauty   | 1000            | 1200     | 50            | 58     | 600   |
| S-005  | Toys     | 1000            | 1200     | 40            | 47     | 600   |
| S-006  | Toys     | 1000            | 1200     | 50            | 62     | 600   |
lost: Of the visitors of Kitchen 2.75% bought, 4.50% before: −39% against the other categories, about $505 less
"""),
        example("""
funnels
| seller | category | visitors_before | visitors | buyers_before | buyers | value |
| S-001  | Kitchen  | 1000            | 1000     | 400           | 101    | 400   |
| S-002  | Kitchen  | 1000            | 1000     | 400           | 99     | 400   |
| S-003  | Beauty   | 1000            | 1000     | 400           | 402    | 600   |
| S-004  | Beauty   | 1000            | 1000     | 400           | 398    | 600   |
| S-005  | Toys     | 1000            | 1000     | 400           | 401    | 600   |
| S-006  | Toys     | 1000            | 1000     | 400           | 399    | 600   |
| S-007  | Beauty   | 1000            | 1000     | 400           | 405    | 600   |
| S-008  | Toys     | 1000            | 1000     | 400           | 405    | 600   |
lost: Of the visitors of Kitchen 10% bought, 40% before: −75% against the other categories, about $2,401 less
"""),
        example("""
funnels
| visitors_before | visitors | buyers_before | buyers | value |
| 1000            | 1200     | 40            | 30     | 400   |
"""),
    ),
)
