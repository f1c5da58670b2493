"""Three products brought more than half of GMV although many more were on offer.

The rest took places, letters and checks for little; and when one of the three sells out, the campaign feels it.
"""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried

FEW, LEAST, LEANING = 3, 10, 0.5


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell the three best sellers where they carry more than half of at least ten."""
    sold = [row for row in evidence.history.sold("value", "product") if row.now > 0]
    ordered = sorted(sold, key=lambda row: (-row.now, row.key))
    top, whole = sum(row.now for row in ordered[:FEW]), sum(row.now for row in ordered)
    if len(ordered) < LEAST:
        return
    if top <= LEANING * whole:
        yield Tried("top", 0, Sort.WATCH)
        return
    share = evidence.share("products_carry", "top", top / whole)
    names = ", ".join(evidence.called(row.key) for row in ordered[:FEW])
    others = evidence.count("products_beside", "top", len(ordered) - FEW)
    sentence = say(f"Three products ({{names}}) brought {share} of GMV, the {others} others the rest", names=names)
    beyond = round(top - LEANING * whole)
    yield Tried("top", beyond, Sort.WATCH, say=sentence, then="Secure their stock first; drop what hardly sells")


INSIGHT = Insight(
    code="CON102",
    name="few-products-carry-gmv",
    detect=detect,
    is_fact=True,
    see=("CON101",),
    examples=(
        example("""
value by product
| product | 0   |
| P-01    | 400 |
| P-02    | 300 |
| P-03    | 200 |
| P-04    | 50  |
| P-05    | 50  |
| P-06    | 50  |
| P-07    | 50  |
| P-08    | 50  |
| P-09    | 50  |
| P-10    | 50  |
watch: Three products (P-01, P-02, P-03) brought 72% of GMV, the 7 others the rest
"""),
    ),
)
