"""Videos: what each brought straight away, what it is credited with, and which earned most from its audience."""

from campaignctl.domain.document import Section
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Cell, Column
from campaignctl.metrics.compute import Dimension
from campaignctl.metrics.ledger import At
from campaignctl.metrics.measures import Table
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.beside.entering import named, ranked
from campaignctl.stages.report.grid import Frame, Of, grid, keys_of
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.slugs import Slugs

M, N, P = Format.MONEY, Format.COUNT, Format.PERCENT
BY_VIDEO = Dimension("video", "video_id")
_COLUMNS = (
    Of(Column("gmv", "GMV, direct", M, "Sales"), "video_gmv"),
    Of(Column("attributed", "GMV, attributed", M, "Sales"), "video_attributed_gmv"),
    Of(Column("indirect", "Of it indirect", M, "Sales"), "video_indirect_gmv"),
    Of(Column("orders", "Orders", N, "Sales"), "video_orders"),
    Of(Column("items", "Items", N, "Sales"), "video_items"),
    Of(Column("plays", "Plays", N, "Audience"), "video_plays"),
    Of(Column("gpm", "GPM", M, "Audience"), "video_gpm"),
    Of(Column("ctr", "CTR by plays", P, "Audience"), "video_ctr"),
    Of(Column("ctor", "CTOR", P, "Audience"), "video_ctor"),
    Of(Column("to_live", "Into LIVE", P, "Audience"), "video_to_live_rate"),
)
SLUGS = Slugs(sections=("videos",), tables={"videos": ("video", "creator", "seller", *keys_of(_COLUMNS))})
FEWEST_PLAYS = 0.02
"""A video with less than 2% of all plays is too small to be called the best at anything."""


def videos(basis: Basis) -> Section | None:
    """Return the section on videos; None where no video list is of the campaign's days."""
    keys = ranked(basis, Table.VIDEOS, BY_VIDEO, [of.metric for of in _COLUMNS])
    if not keys:
        return None
    about = named(basis, Table.VIDEOS, "video_id", "title", "creator", "seller_id")
    words = (
        (Column("video", "Video", group="What", width=40), lambda at: _about(about, at, 0) or at.key),
        (Column("creator", "Creator", group="What"), lambda at: _about(about, at, 1)),
        (Column("seller", "Seller", group="What"), lambda at: basis.seller(_about(about, at, 2))),
    )
    places = [At("video", key) for key in keys]
    table = grid(basis, "videos", Frame(words, places, "All videos"), _COLUMNS)
    context = say(
        "Lists of exactly the campaign's days, in {currency}, sorted by GMV, at most two hundred",
        currency=basis.currency,
    )
    source = say("Source: video lists. GMV, direct: straight from a video. Attributed: also elsewhere within a day.")
    return Section("videos", "Videos", _title(basis, places, about), context, (table,), source)


def _about(about: dict[str, tuple[str | None, ...]], at: At, place: int) -> str | None:
    return about.get(at.key or "", (None, None, None))[place]


def _title(basis: Basis, places: list[At], about: dict[str, tuple[str | None, ...]]) -> Sentence:
    opening = say("{videos.total} videos sold {video_gmv.total} straight away")
    whole = float(basis.ledger.value("video_plays") or 0)
    seen = [
        at
        for at in places
        if at.key and float(basis.ledger.value("video_plays", at) or 0) >= FEWEST_PLAYS * whole > 0
        if basis.ledger.value("video_gpm", at)
    ]
    if len(seen) < 2:
        return opening
    best = max(seen, key=lambda at: basis.ledger.value("video_gpm", at) or 0)
    name: Cell = _about(about, best, 0) or best.key
    tail = f"; {{name}} earned most per 1,000 plays, {{{basis.id('video_gpm', best)}}}"
    return joined(opening, say(tail, name=cut(str(name), 30)))
