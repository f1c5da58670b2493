"""Livestreams: what each brought, and which earned most from its audience."""

from collections.abc import Sequence

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Part, Section
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Cell, Column, Table
from campaignctl.metrics.catalogue import of_table
from campaignctl.metrics.compute import pooled
from campaignctl.metrics.ledger import TOTAL, At
from campaignctl.metrics.measures import Table as Measured
from campaignctl.stages.report.basis import Basis, OnAir, joined
from campaignctl.stages.report.counts import OTHERS
from campaignctl.stages.report.phrases import cut
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.stream_hours import Hours, hours_of, stretch_words, words_of
from campaignctl.stages.report.times import half_open

MOST_ROWS = 8
REST = "(others)"
FEWEST_VIEWS = 0.02
"""A stream with less than 2% of all views is too small to be called the best at anything."""

_FIGURES = (
    ("time_on_air", Column("duration", "On air", Format.DURATION)),
    ("stream_gmv", Column("gmv", "GMV", Format.MONEY)),
    ("views", Column("views", "Views", Format.COUNT)),
    ("watch_gpm", Column("watch_gpm", "Watch GPM", Format.MONEY)),
    ("ctr", Column("ctr", "CTR by views", Format.PERCENT)),
    ("ctor", Column("ctor", "CTOR", Format.PERCENT)),
    ("stream_orders", Column("orders", "Orders", Format.COUNT)),
)
_MORE = (
    ("peak_viewers", Column("peak_viewers", "Peak viewers", Format.COUNT)),
    ("gmv_per_hour", Column("gmv_per_hour", "GMV per hour", Format.MONEY)),
)
_STREAM = ("stream", "seller", "start", "duration", "gmv", "views", "watch_gpm", "ctr", "ctor", "orders")
SLUGS = Slugs(
    sections=("streams",),
    charts={"stream-gpm": ("Watch GPM", "Best")},
    tables={"streams": _STREAM, "streams-all": (*_STREAM, "peak_viewers", "gmv_per_hour")},
)


def livestreams(basis: Basis) -> Section | None:
    """Return the livestreams of the campaign; None when no LIVE list holds one."""
    if not basis.streams:
        return None
    top = basis.streams[:MOST_ROWS] if len(basis.streams) > MOST_ROWS + 1 else basis.streams
    brief = _table(basis, "streams", top, _FIGURES)
    every = _table(basis, "streams-all", basis.streams, (*_FIGURES, *_MORE))
    chart, hours = _chart(basis, top), hours_of(basis)
    when: tuple[Part, ...] = (hours.table, *words_of(basis, hours)) if hours else ()
    parts: tuple[Part, ...] = (brief, *([chart] if chart else []), every, *when)
    period = half_open(basis.inputs.window, basis.inputs.zone)
    source = say("Source: LIVE lists. Period: {period}. GMV: orders placed straight from a stream.", period=period)
    context = say("Direct GMV in {currency}, sorted by GMV", currency=basis.currency)
    return Section("streams", "Livestreams", _title(basis, hours), context, parts, source)


def _title(basis: Basis, hours: Hours | None = None) -> Sentence:
    count = "livestream" if len(basis.streams) == 1 else "livestreams"
    opening = say("{streams.total} {count} sold {stream_gmv.total}", count=count)
    if hours is not None and hours.best is not None:
        best_hours = f"; those from {{hours}} earned most per 1,000 views, {{{basis.id('watch_gpm', hours.best_id)}}}"
        return joined(opening, say(best_hours, hours=stretch_words(hours.best)))
    best = _best(basis)
    if best is None:
        return opening
    gpm = basis.id("watch_gpm", At("stream", best.key))
    tail = f"; {{name}} earned most per 1,000 views, {{{gpm}}}"
    return joined(opening, say(tail, name=cut(best.title, 30)))


def _best(basis: Basis) -> OnAir | None:
    """Return the stream with the highest GMV per view among those with an audience; None for a single one."""
    whole = basis.ledger.value("views") or 0
    seen = [
        stream
        for stream in basis.streams
        if float(basis.ledger.value("views", At("stream", stream.key)) or 0) >= FEWEST_VIEWS * float(whole)
        and basis.ledger.value("watch_gpm", At("stream", stream.key)) is not None
    ]
    if len(seen) < 2:
        return None
    return max(seen, key=lambda stream: basis.ledger.value("watch_gpm", At("stream", stream.key)) or 0)


def _table(basis: Basis, slug: str, shown: Sequence[OnAir], figures: Sequence[tuple[str, Column]]) -> Table:
    rest = basis.streams[len(shown) :]
    kept = [(metric, column) for metric, column in figures if _any(basis, metric, shown)]
    words = [(s.title, basis.seller(s.seller), s.start) for s in shown]
    rows: list[tuple[Cell, ...]] = [
        (*said, *_cells(basis, kept, At("stream", stream.key))) for said, stream in zip(words, shown, strict=True)
    ]
    if rest:
        rows.append((_rest(basis, rest), None, None, *_cells(basis, kept, At("stream", REST))))
    heads = (Column("stream", "Livestream"), Column("seller", "Seller"), Column("start", "Started"))
    total = ("All livestreams", None, None, *_cells(basis, kept, TOTAL))
    return Table(slug, (*heads, *(column for _, column in kept)), tuple(rows), total, empty="No livestreams")


def _any(basis: Basis, metric: str, shown: Sequence[OnAir]) -> bool:
    return any(basis.ledger.value(metric, At("stream", stream.key)) is not None for stream in shown)


def _cells(basis: Basis, kept: Sequence[tuple[str, Column]], at: At) -> list[Cell]:
    cells: list[Cell] = []
    for metric, column in kept:
        figure = basis.ledger.get(metric, at)
        own = figure is not None and figure.format is column.format
        cells.append(Ref(figure.id, format=None if own else column.format) if figure else None)
    return cells


def _rest(basis: Basis, rest: Sequence[OnAir]) -> str:
    """Enter the figures of the streams that a short table leaves out, and return what their row is called."""
    if basis.on_air is not None:
        keys = [stream.key for stream in rest]
        pooled(basis.ledger, of_table(Measured.STREAMS), basis.on_air, keys, REST)
    count = basis.ledger.enter(OTHERS, len(rest), At("streams"))
    return f"{count.words} others"


def _chart(basis: Basis, shown: Sequence[OnAir]) -> Chart | None:
    """Return watch GPM by stream beside the table's rows; None for a single stream."""
    if len(shown) < 2 or not _any(basis, "watch_gpm", shown):
        return None
    best = _best(basis)
    keys = [stream.key for stream in shown] + ([REST] if len(shown) < len(basis.streams) else [])
    ids = {key: basis.id("watch_gpm", At("stream", key)) for key in keys}
    known = {key: name if name in basis.ledger.figures else None for key, name in ids.items()}
    is_best = {key: best is not None and key == best.key for key in keys}
    labels = tuple([stream.title for stream in shown] + (["Others"] if len(keys) > len(shown) else []))
    series = (
        Series("Watch GPM", tuple(None if is_best[key] else known[key] for key in keys), Role.BASELINE),
        Series("Best", tuple(known[key] if is_best[key] else None for key in keys), Role.CAMPAIGN),
    )
    title = _title(basis)
    seen = tuple(one for one in series if any(one.values))
    return Chart("stream-gpm", ChartKind.BAR, title, basis.currency, Format.MONEY, labels, seen, title)
