"""A category sent back a larger share of its sales than it usually does.

Refunds eat the lift; a rise in one category points to a product, a picture or a size chart.
"""

from collections.abc import Iterator

from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Tried
from campaignctl.insights.ret._rates import worse


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Try every category's share of refunded sales against its own past."""
    return worse(evidence, "refunded_value", "category", "gave back", "Read its return reasons by product")


INSIGHT = Insight(
    code="RET102",
    name="more-refunded",
    detect=detect,
    see=("RET101",),
    examples=(
        example("""
units by category
| category | -4  | -3  | -2  | -1  | 0   |
| Fashion  | 100 | 100 | 100 | 100 | 200 |
| Toys     | 100 | 100 | 100 | 100 | 200 |
value by category
| category | -4   | -3   | -2   | -1   | 0    |
| Fashion  | 1000 | 1000 | 1000 | 1000 | 2000 |
| Toys     | 1000 | 1000 | 1000 | 1000 | 2000 |
refunded_value by category
| category | -4 | -3 | -2 | -1 | 0   |
| Fashion  | 30 | 32 | 28 | 31 | 600 |
| Toys     | 30 | 34 | 28 | 31 | 62  |
lost: Fashion gave back 30.0% of its sales, usually 3.0%: $540 more
"""),
    ),
)
