"""One livestream sold more per thousand views than its fellows' ups and downs explain.

Its slot, host and products are the ones to copy. The best of many streams is always far ahead of their middle, so it is
judged as the best of as many.
"""

from collections.abc import Iterator
from statistics import median

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.example import example
from campaignctl.insights.insight import Insight, Sort, Tried
from campaignctl.methods.discoveries import best_of
from campaignctl.methods.own_past import change

LEAST_STREAMS, FACTOR = 4, 1.5


def detect(evidence: Evidence) -> Iterator[Tried]:
    """Tell the stream whose GPM is one and a half times the median of at least four."""
    yield from apart(evidence, best=True)


def apart(evidence: Evidence, *, best: bool) -> Iterator[Tried]:
    """Yield the best or the worst stream; told where it stands apart from the median GPM."""
    gpm = {stream: stream.value * 1000 / stream.views for stream in evidence.streams if stream.views > 0}
    if len(gpm) < LEAST_STREAMS:
        return
    middle = median(gpm.values())
    at = max(gpm, key=gpm.__getitem__) if best else min(gpm, key=gpm.__getitem__)
    stands = gpm[at] >= FACTOR * middle if best else gpm[at] <= middle / FACTOR
    off = change([each for stream, each in gpm.items() if stream is not at], gpm[at])
    p = best_of(off.p, len(gpm)) if off else None
    sort = Sort.REPEAT if best else Sort.WATCH
    stake = round(abs(gpm[at] - middle) * at.views / 1000)
    if not stands or off is None:
        yield Tried(at.title, stake, sort, p)
        return
    each = evidence.money("stream_best" if best else "stream_worst", at.title, round(gpm[at]))
    usual = evidence.money("stream_median", "gpm", round(middle))
    sentence = say(f"{{title}} sold {each} per 1,000 views; the median stream {usual}", title=evidence.called(at.title))
    then = "Copy its slot, host and products" if best else "Look at its products, host and slot before repeating it"
    _, sure = evidence.change("stream_best" if best else "stream_worst", at.title, off, "against its fellows")
    yield Tried(at.title, stake, sort, p, sentence, sure, then)


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
