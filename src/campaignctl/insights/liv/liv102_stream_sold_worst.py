"""One livestream sold far less per thousand views than the campaign's other streams.

It had viewers and no buyers: the wrong products, no pins, or a price that was not there.
"""

from collections.abc import Iterator

from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Tried
from campaignctl.insights.liv.liv101_stream_sold_best import apart


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell the stream whose GPM is two thirds of the median of at least four, or less."""
    return apart(evidence, best=False)


INSIGHT = Insight(
    code="LIV102",
    name="stream-sold-worst",
    detect=detect,
    see=("LIV101",),
    examples=(
        example("""
streams
| title   | value | views |
| Evening | 100   | 9000  |
| Noon    | 500   | 10000 |
| Morning | 480   | 10000 |
| Late    | 490   | 10000 |
watch: Evening sold $11.11 per 1,000 views; the median stream $48.50
"""),
    ),
)
