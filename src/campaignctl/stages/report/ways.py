"""By what way it was sold: in livestreams, videos or on product cards, and by which promotion."""

from collections.abc import Callable

from campaignctl.domain.charts import Chart, ChartKind, Series
from campaignctl.domain.document import Part, Section
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Column
from campaignctl.metrics.ledger import At, Key
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.counts import GMV_SHARE
from campaignctl.stages.report.folding import folded, folded_name
from campaignctl.stages.report.grid import AFTER, GMV, SHARE, Frame, grid, keys_of
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.slugs import Slugs

SLUGS = Slugs(
    sections=("ways",),
    charts={"gmv-by-channel": ("GMV",), "gmv-by-promotion": ("GMV",)},
    tables={
        "channels": ("channel", "share", "gmv", *keys_of(AFTER)),
        "promotions": ("promotion", "share", "gmv", *keys_of(AFTER)),
    },
)


def channel_words(key: Key) -> str:
    """Return a channel's name."""
    return "Channel unknown" if key is None else key


def promotion_words(basis: Basis, key: Key) -> str:
    """Return a promotion's title; lines whose price no promotion explains stand under words of their own."""
    if key is None:
        return "No promotion matched"
    titles = {promotion.id: promotion.title for promotion in basis.inputs.campaign.promotions}
    return titles.get(key) or key


def ways(basis: Basis) -> Section | None:
    """Return channels and promotions with their figures; None where the lines tell neither."""
    parts: tuple[Part, ...] = (
        *_told(basis, "channel", basis.channels, channel_words),
        *_told(basis, "promotion", basis.promotions, lambda key: promotion_words(basis, key)),
    )
    if not parts:
        return None
    title = _title(basis, "channel", basis.channels, channel_words)
    if not basis.channels:
        title = _title(basis, "promotion", basis.promotions, lambda key: promotion_words(basis, key))
    return Section("ways", "Channels and promotions", title, basis.context, parts, basis.source)


def _told(basis: Basis, scope: str, keys: tuple[Key, ...], words: Callable[[Key], str]) -> tuple[Part, ...]:
    if not keys:
        return ()
    heads = Column(scope, scope.capitalize(), group="Way")
    places = [At(scope, key) for key in keys]
    table = grid(
        basis, f"{scope}s", Frame(((heads, lambda at: words(at.key)),), places, "Campaign"), (GMV, SHARE, *AFTER)
    )
    shown = folded(basis, scope, keys)
    title = _title(basis, scope, keys, words)
    chart = Chart(
        f"gmv-by-{scope}",
        ChartKind.BAR,
        title,
        basis.currency,
        Format.MONEY_SHORT,
        tuple(folded_name(basis, scope, key, words) for key in shown),
        (Series("GMV", tuple(basis.id("gmv", At(scope, key)) for key in shown)),),
        title,
    )
    return (table, chart)


def _title(basis: Basis, scope: str, keys: tuple[Key, ...], words: Callable[[Key], str]) -> Sentence:
    """Return ``LIVE sold most, 37% of GMV``."""
    first = next((key for key in keys if key is not None), None)
    share = basis.id(GMV_SHARE.id, At(scope, first))
    if first is None or share not in basis.ledger.figures:
        return say("GMV by {scope}", scope=scope)
    verb = "sold" if scope == "channel" else "brought"
    opening = say("{name} {verb} ", name=cut(words(first), 32), verb=verb)
    return joined(opening, say(f"most, {{{share}}} of GMV"))
