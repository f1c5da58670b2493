"""A category ended below its GMV target.

Whoever answers for it owes an explanation, and the next target should rest on it. How it moved beside the campaign tells
whether it lagged, or its plan was high.
"""

from collections.abc import Iterator

from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Tried
from campaignctl.insights.tgt._misses import misses

LEAST_MISS = 0.02
"""A miss of less than two per cent is on target."""


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell every category whose GMV lies two per cent or more below its target."""
    return misses(evidence, "category", LEAST_MISS, "Ask its sellers for price, stock and slots")


INSIGHT = Insight(
    code="TGT101",
    name="category-missed-target",
    detect=detect,
    is_fact=True,
    see=("TGT102", "TGT104"),
    examples=(
        example("""
figures
| metric | scope    | key    | value |
| gmv    | total    |        | 1500  |
| gmv    | category | Beauty | 900   |
| gmv    | category | Toys   | 600   |
targets
| metric | scope    | key    | value |
| gmv    | category | Beauty | 880   |
| gmv    | category | Toys   | 800   |
lost: Toys lacked $200 of its target of $800
"""),
        example("""
figures
| metric | scope    | key    | value |
| gmv    | total    |        | 1500  |
| gmv    | category | Toys   | 600   |
targets
| metric | scope    | key    | value |
| gmv    | category | Toys   | 800   |
against baseline
| metric | scope    | key    | value |
| gmv    | total    |        | 0.6   |
| gmv    | category | Toys   | 0.08  |
lost: Toys lacked $200 of its target of $800; it moved by +8% against its baseline, the campaign by +60%
"""),
        example("""
value by category
| category | 0    |
| Beauty   | 9000 |
figures
| metric | scope    | key   | value |
| gmv    | category | Home  | 600   |
| gmv    | category | Toys  | 150   |
| gmv    | category | Books | 110   |
| gmv    | category | Pets  | 120   |
targets
| metric | scope    | key   | value |
| gmv    | category | Home  | 1000  |
| gmv    | category | Toys  | 200   |
| gmv    | category | Books | 180   |
| gmv    | category | Pets  | 190   |
lost: Home lacked $400 of its target of $1K
lost: 3 smaller categories lacked $190 of their targets together: Books, Pets and Toys
"""),
    ),
)
