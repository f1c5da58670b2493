"""One category was visited more (or less) often than before, by another measure than the other categories.

Nobody buys what nobody sees: what moved lies in slots, coupons, search and recommendations, not on the product's page.
Shops are compared, each by its own visitors in both product lists, so that what moved the whole market drops out.
"""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.drv._shops import Shop, against_the_rest, shops_of
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.methods.own_past import Change


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try every category's visitors against those of all others."""
    for category, mine, found in against_the_rest(shops_of(evidence), lambda shop: shop.traffic):
        yield _told(evidence, category, mine, found)


def _told(evidence: Evidence, category: str, mine: list[Shop], found: Change) -> Tried:
    """Return the test in words; its money is what the visitors beyond the others' measure bought, or would have."""
    money = round(sum(shop.value for shop in mine) * abs(1 - 1 / (1 + found.effect)))
    now = evidence.count("visitors_now", category, sum(shop.visitors for shop in mine))
    before = evidence.count("visitors_before", category, sum(shop.visitors_before for shop in mine))
    effect, sure = evidence.change("visitors", category, found)
    worth, more = evidence.money("visitors", category, money), found.effect > 0
    sentence = say(
        f"{{name}} was visited {now} times, {before} times before: {effect} against the other categories, "
        f"about {worth} {'more' if more else 'less'}",
        name=evidence.called(category),
    )
    sort = Sort.WORKS if more else Sort.LOST
    then = "Find what brought them, and use it again" if more else "Give it slots, coupons and a better place"
    return Tried(category, money, sort, found.p, sentence, sure, then)


INSIGHT = Insight(
    code="DRV104",
    name="category-was-visited-otherwise",
    detect=detect,
    see=("DRV102", "DRV103"),
    examples=(
        example("""
funnels
| product | seller | category | visitors_before | visitors | value |
| P-1     | S-001  | Kitchen  | 1000            | 620      | 310   |
| P-2     | S-002  | Kitchen  | 1000            | 580      | 290   |
| P-3     | S-003  | Beauty   | 1000            | 1180     | 590   |
| P-4     | S-004  | Beauty   | 1000            | 1220     | 610   |
| P-5     | S-005  | Toys     | 1000            | 1190     | 595   |
| P-6     | S-006  | Toys     | 1000            | 1210     | 605   |
lost: Kitchen was visited 1,200 times, 2,000 times before: −50% against the other categories, about $600 less
"""),
        example("""
funnels
| product | seller | category | visitors_before | visitors | value |
| P-1     | S-001  | Kitchen  | 1000            | 620      | 310   |
| P-2     | S-003  | Beauty   | 1000            | 1180     | 590   |
"""),
    ),
)
