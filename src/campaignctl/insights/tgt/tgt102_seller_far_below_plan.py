"""A seller ended a fifth or more below the GMV it was planned for.

It took a place that another could have had; ask what held it back before it is planned for again. Where it left the
pace of the others, by its own past, that is told in its place.
"""

from collections.abc import Iterator

from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Tried
from campaignctl.insights.tgt._misses import misses

LEAST_MISS = 0.2


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell every seller whose GMV lies a fifth or more below its target."""
    now = "Ask what holds it back while there are days left"
    then = now if evidence.still_runs else "Ask what held it back before inviting it again"
    return misses(evidence, "seller", LEAST_MISS, then)


INSIGHT = Insight(
    code="TGT102",
    name="seller-far-below-plan",
    detect=detect,
    is_fact=True,
    see=("TGT101", "TGT105", "SLC102"),
    yields_to=("SLC102",),
    examples=(
        example("""
names
| id    | name        |
| S-001 | Fern & Clay |
figures
| metric | scope  | key   | value |
| gmv    | total  |       | 1500  |
| gmv    | seller | S-001 | 600   |
| gmv    | seller | S-002 | 900   |
targets
| metric | scope  | key   | value |
| gmv    | seller | S-001 | 1000  |
| gmv    | seller | S-002 | 1000  |
lost: Fern & Clay lacked $400 of its target of $1K
"""),
        example("""
figures
| metric | scope  | key   | value |
| gmv    | total  |       | 1500  |
| gmv    | seller | S-001 | 600   |
targets
| metric | scope  | key   | value  |
| gmv    | total  |       | 1700   |
| gmv    | seller | S-001 | 100000 |
"""),
        example("""
value by category
| category | 0    |
| Beauty   | 9000 |
figures
| metric | scope  | key   | value |
| gmv    | seller | S-001 | 600  |
| gmv    | seller | S-002 | 150  |
| gmv    | seller | S-003 | 110  |
| gmv    | seller | S-004 | 120  |
targets
| metric | scope  | key   | value |
| gmv    | seller | S-001 | 1000  |
| gmv    | seller | S-002 | 200  |
| gmv    | seller | S-003 | 180  |
| gmv    | seller | S-004 | 190  |
lost: S-001 lacked $400 of its target of $1K
lost: 3 smaller sellers lacked $190 of their targets together: S-003, S-004 and S-002
"""),
    ),
)
