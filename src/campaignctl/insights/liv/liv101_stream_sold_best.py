"""One livestream sold far more per thousand views than the campaign's other streams.

Its slot, host and products are the ones to copy; a single stream is an example, not a proof.
"""

from collections.abc import Iterator
from statistics import median

from campaignctl.domain.document import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried

LEAST_STREAMS, FACTOR = 4, 1.5


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell the stream whose GPM is one and a half times the median of at least four."""
    yield from apart(evidence, best=True)


def apart(evidence: Evidence, *, best: bool) -> Iterator[Tried]:
    """Yield the best or the worst stream where it stands apart from the median GPM."""
    gpm = {stream: stream.value * 1000 / stream.views for stream in evidence.streams if stream.views > 0}
    if len(gpm) < LEAST_STREAMS:
        return
    middle = median(gpm.values())
    at = max(gpm, key=gpm.__getitem__) if best else min(gpm, key=gpm.__getitem__)
    stands = gpm[at] >= FACTOR * middle if best else gpm[at] <= middle / FACTOR
    if not stands:
        return
    stake = round(abs(gpm[at] - middle) * at.views / 1000)
    each = evidence.money("stream_best" if best else "stream_worst", at.title, round(gpm[at]))
    usual = evidence.money("stream_median", "gpm", round(middle))
    sentence = say(f"{{title}} sold {each} per 1,000 views; the median stream {usual}", title=evidence.called(at.title))
    then = "Copy its slot, host and products" if best else "Look at its products, host and slot before repeating it"
    yield Tried(at.title, stake, Sort.REPEAT if best else Sort.WATCH, say=sentence, then=then)


INSIGHT = Insight(
    code="LIV101",
    name="stream-sold-best",
    detect=detect,
    see=("LIV102",),
    examples=(
        example("""
streams
| title   | value | views |
| Evening | 900   | 9000  |
| Noon    | 500   | 10000 |
| Morning | 480   | 10000 |
| Late    | 490   | 10000 |
repeat: Evening sold $100 per 1,000 views; the median stream $49.50
"""),
    ),
)
