"""The cube of a report: what sold by day, seller, category, promotion, livestream and so on, cut small for a page."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from campaignctl.domain.cube import Axis, Cube, Member, Reading
from campaignctl.domain.sentences import Sentence, say
from campaignctl.metrics.ledger import At, Key
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import CUBE_ROWS
from campaignctl.stages.report.cube.readings import readings
from campaignctl.stages.report.cube.sums import COLUMNS
from campaignctl.stages.report.times import full_day
from campaignctl.stages.report.ways import channel_words, promotion_words

MOST_ROWS = 20_000
FOLDED_FIRST = ("product", "stream", "channel", "promotion")
"""The axes that are left out to keep a cube small, in this order; then small members stand together."""
TOGETHER = {"seller": "Other sellers", "category": "Other categories"}
PLURALS = {"product": "Products", "stream": "Livestreams", "channel": "Channels", "promotion": "Promotions"}


def cube_of(basis: Basis) -> tuple[Cube | None, Sentence]:
    """Return the cube, at most 20,000 rows, and what was folded in words; None where nothing sold."""
    sums = basis.sums
    if sums is None or sums.empty:
        return None, Sentence()
    kept = [axis for axis in COLUMNS if _is_told(basis, axis, sums[axis])]
    coded, axes = _coded(basis, sums, kept)
    folded: list[str] = []
    cut = _cut(coded, kept)
    for axis in FOLDED_FIRST:
        if len(cut) > MOST_ROWS and axis in kept:
            kept.remove(axis)
            folded.append(PLURALS[axis])
            cut = _cut(coded, kept)
    for axis, together in TOGETHER.items():
        if len(cut) > MOST_ROWS:
            axes[axis] = _fold_small(coded, kept, axes[axis], together)
            folded.append(together.replace("Other", "Small"))
            cut = _cut(coded, kept)
    measures = tuple(str(name) for name in sums.columns if name not in COLUMNS)
    rows = tuple(tuple(int(number) for number in row) for row in cut.to_numpy(dtype="int64").tolist())
    basis.ledger.enter(CUBE_ROWS, len(rows))
    made = Cube(tuple(axes[axis] for axis in kept), measures, rows, _readings(basis, measures), basis.currency)
    return made, _said(folded)


def _readings(basis: Basis, measures: tuple[str, ...]) -> tuple[Reading, ...]:
    told = {figure.id for figure in basis.ledger.figures.values() if figure.value is not None}
    return readings(measures, basis.currency, told)


def _is_told(basis: Basis, axis: str, found: "pd.Series[str]") -> bool:
    """Return whether the exports tell an axis: of days, sellers and categories always something."""
    if axis == "stream" and not basis.told_streams:
        return False
    return axis in {"day", "seller", "category"} or bool(found.notna().any())


def _said(folded: Sequence[str]) -> Sentence:
    if not folded:
        return Sentence()
    what = ", ".join([folded[0], *(word.lower() for word in folded[1:])])
    tail = " are not told apart by the filters, so that the file stays small ({cube_rows.total} rows)."
    return say("{what}" + tail, what=what)


def _cut(coded: pd.DataFrame, kept: Sequence[str]) -> pd.DataFrame:
    """Add up the rows that are alike in all ``kept`` axes."""
    left_out = [axis for axis in COLUMNS if axis not in kept]
    return coded.drop(columns=left_out).groupby(list(kept), sort=True).sum().reset_index()


def _coded(basis: Basis, sums: pd.DataFrame, kept: Sequence[str]) -> tuple[pd.DataFrame, dict[str, Axis]]:
    """Return the sums with every key as the place of its member, and the axes."""
    coded, axes = sums.copy(), {}
    for axis in COLUMNS:
        keys = _keys(basis, axis, sums[axis]) if axis in kept else []
        place = {key: number for number, key in enumerate(keys)}
        worded = sums[axis].astype("object").where(sums[axis].notna(), None)
        beyond = len(place) if axis == "product" else 0
        coded[axis] = [place.get(key, beyond) for key in worded] if keys else 0
        members = [_member(basis, axis, key) for key in keys]
        if axis == "product" and keys and (coded[axis] == beyond).any():
            members.append(Member("", "Other products"))
        axes[axis] = Axis(axis, *_WORDS[axis], tuple(members), basis.unfinished if axis == "day" else ())
    return coded, axes


_WORDS = {
    "day": ("Days", "All days"),
    "seller": ("Seller", "All sellers"),
    "category": ("Category", "All categories"),
    "promotion": ("Promotion", "All promotions"),
    "channel": ("Channel", "All channels"),
    "stream": ("Livestream", "All livestreams"),
    "product": ("Product", "All products"),
}


def _keys(basis: Basis, axis: str, found: "pd.Series[str]") -> list[Key]:
    """Return the keys of an axis in the report's own order, with those that the report lists nowhere behind."""
    listed: dict[str, Sequence[Key]] = {
        "day": [str(day) for day in basis.days],
        "seller": basis.sellers,
        "category": basis.categories,
        "promotion": basis.promotions,
        "channel": basis.channels,
        "stream": basis.told_streams,
        "product": basis.products,
    }
    met = {None if pd.isna(key) else str(key) for key in found.unique()}
    if axis == "product":
        return [key for key in listed[axis] if key in met]
    extra = sorted(met - set(listed[axis]), key=lambda key: (key is None, key or ""))
    return [*listed[axis], *extra]


def _member(basis: Basis, axis: str, key: Key) -> Member:
    slug = basis.ledger.slug(At(axis, key))
    match axis:
        case "day":
            return Member(slug, next((basis.day(day, full_day) for day in basis.days if str(day) == key), str(key)))
        case "seller":
            return Member(slug, basis.seller(key))
        case "promotion":
            return Member(slug, promotion_words(basis, key))
        case "channel":
            return Member(slug, channel_words(key))
        case "stream":
            return Member(slug if key else "", _stream_words(basis, key))
        case "product":
            return Member(slug, basis.product(key).name)
        case _:
            return Member(slug, "Category unknown" if key is None else key)


def _stream_words(basis: Basis, key: Key) -> str:
    """Return a livestream's start and title, for titles repeat; what was not sold from one has words of its own."""
    stream = next((one for one in basis.streams if one.key == key), None)
    return f"{stream.start}: {stream.title}" if stream else "Not from one livestream"


def _fold_small(coded: pd.DataFrame, kept: Sequence[str], axis: Axis, together: str) -> Axis:
    """Let the smallest members stand together, as few of them as have to; the codes of ``coded`` are changed."""
    low, high = 0, len(axis.members)
    while high - low > 1:
        middle = (low + high) // 2
        tried = coded.assign(**{axis.scope: coded[axis.scope].clip(upper=middle)})
        low, high = (middle, high) if len(tried.groupby(list(kept)).size()) <= MOST_ROWS else (low, middle)
    coded[axis.scope] = coded[axis.scope].clip(upper=low)
    return replace(axis, members=(*axis.members[:low], Member("", together)))
