"""When livestreams earned most from their audience: by day, and by the four hours in which they started."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from campaignctl.domain.document import Text
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Cell, Column, Table
from campaignctl.metrics.catalogue import by_id
from campaignctl.metrics.compute import pooled
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import Basis, OnAir
from campaignctl.stages.report.counts import Count
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import WEEKDAYS, axis_day

HOURS, FIRST = 4, 2
"""Stretches are of four hours; those of a day begin at two, so that a stream after midnight counts to its evening."""

WEEK = 7
FEWEST = 3
"""Fewer streams than this are no ground to call their hours better than others."""

OTHERS = At("stream_hours", "others")
ON_AIR = Count("streams_started", "Livestreams", "livestreams that started in these hours")
KEYS = tuple(f"from-{hour:02d}" for hour in range(FIRST, 24, HOURS))
SLUGS = Slugs(tables={"stream-hours": ("day", *KEYS)}, paragraphs=("stream-hours-words",))


@dataclass(frozen=True, slots=True)
class Hours:
    """Streams by day and stretch; ``best`` is the stretch that earned most per view, None where none stands out."""

    table: Table
    best: int | None = None

    @property
    def best_id(self) -> At:
        """The place of the best stretch's figures."""
        return At("stream_hours", KEYS[self.best or 0])


def hours_of(basis: Basis) -> Hours | None:
    """Return the streams by their hours; None for a handful, for a single stretch, or without views."""
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for stream in basis.streams:
        day, stretch = _when(stream)
        found[_row(basis, day), stretch].append(stream.key)
    stretches = sorted({stretch for _, stretch in found})
    if len(basis.streams) < FEWEST or len(stretches) < 2 or basis.on_air is None:
        return None
    _enter(basis, found, stretches)
    rows = _rows(basis, found)
    if not any(_gpm(basis, _at(row, stretch)) for row, stretch in found):
        return None
    heads = (Column("day", ""), *(Column(KEYS[each], _words(each).removesuffix(" h")) for each in stretches))
    cells = tuple((row, *(_cell(basis, found, row, each) for each in stretches)) for row in rows)
    table = Table(
        "stream-hours", heads, cells, heat=_heat(basis, found, rows), caption=say("By the hours of the start")
    )
    return Hours(table, _best(basis, found, stretches))


def words_of(basis: Basis, hours: Hours) -> Text:
    """Return how the shades are to be read, and how much more the best hours earned."""
    told = [say("GMV per 1,000 views (streams). Each shade is a quarter of the slots used, the darkest the best.")]
    if hours.best is not None:
        best, rest = basis.id("watch_gpm", hours.best_id), basis.id("watch_gpm", OTHERS)
        which = f"Of hours with more than a few streams {_words(hours.best)} earned most"
        told.append(say(f"{which}: {{{best}}} per 1,000 views; all other hours together {{{rest}}}."))
    return Text("stream-hours-words", tuple(told))


def stretch_words(stretch: int) -> str:
    """Return ``18 to 22 h``."""
    start = FIRST + stretch * HOURS
    return f"{start} to {(start + HOURS) % 24:02d} h"


def _words(stretch: int) -> str:
    start = FIRST + stretch * HOURS
    return f"{start:02d}–{(start + HOURS) % 24:02d} h"


def _when(stream: OnAir) -> tuple[date, int]:
    """Return the day that a stream counts to, and its stretch; its key is its local start."""
    shifted = datetime.strptime(stream.key[: len("20261120-1900")], "%Y%m%d-%H%M") - timedelta(hours=FIRST)  # noqa: DTZ007
    return shifted.date(), shifted.hour // HOURS


def _row(basis: Basis, day: date) -> str:
    return axis_day(day) if len(basis.periods.all_days) <= WEEK else WEEKDAYS[day.weekday()]


def _rows(basis: Basis, found: Mapping[tuple[str, int], Sequence[str]]) -> list[str]:
    """Return the days in their order, or the weekdays of a longer campaign."""
    days = sorted({*basis.days, *(_when(stream)[0] for stream in basis.streams)})
    if len(basis.periods.all_days) <= WEEK:
        return list(dict.fromkeys(_row(basis, day) for day in days))
    used = {row for row, _ in found}
    return [day for day in WEEKDAYS if day in used]


def _at(row: str, stretch: int) -> At:
    return At("stream_hours", f"{row} {KEYS[stretch]}")


def _enter(basis: Basis, found: Mapping[tuple[str, int], Sequence[str]], stretches: Sequence[int]) -> None:
    places = {_at(row, stretch): keys for (row, stretch), keys in found.items()}
    for stretch in stretches:
        places[At("stream_hours", KEYS[stretch])] = [
            k for (_, of), keys in found.items() if of == stretch for k in keys
        ]
    for at, keys in places.items():
        _pool(basis, keys, at)


def _pool(basis: Basis, keys: Sequence[str], at: At) -> None:
    if basis.on_air is not None:
        pooled(basis.ledger, [by_id("watch_gpm")], basis.on_air, keys, at)
        basis.ledger.enter(ON_AIR, len(keys), at)


def _gpm(basis: Basis, at: At) -> float:
    return float(basis.ledger.value("watch_gpm", at) or 0)


def _cell(basis: Basis, found: Mapping[tuple[str, int], Sequence[str]], row: str, stretch: int) -> Cell:
    at = _at(row, stretch)
    if (row, stretch) not in found:
        return "none"
    figure = basis.ledger.get("watch_gpm", at)
    if figure is None or figure.value is None:
        return "–"
    return Sentence((Ref(figure.id), " (", Ref(basis.id(ON_AIR.id, at)), ")"))


def _heat(
    basis: Basis, found: Mapping[tuple[str, int], Sequence[str]], rows: Sequence[str]
) -> dict[tuple[int, str], int]:
    """Return the quarter of each slot, ranked by what a thousand views brought."""
    ranked = sorted((_gpm(basis, _at(*slot)), slot) for slot in found if basis.ledger.value("watch_gpm", _at(*slot)))
    quarter = {slot: 4 * place // len(ranked) for place, (_, slot) in enumerate(ranked)}
    return {(rows.index(row), KEYS[stretch]): step for (row, stretch), step in quarter.items()}


def _best(basis: Basis, found: Mapping[tuple[str, int], Sequence[str]], stretches: Sequence[int]) -> int | None:
    """Return the stretch that earned most per view, and enter the others together; both are of more than a few."""
    by_stretch = {each: [key for (_, of), keys in found.items() if of == each for key in keys] for each in stretches}
    enough = [each for each, keys in by_stretch.items() if FEWEST <= len(keys) <= len(basis.streams) - FEWEST]
    best = max(enough, key=lambda each: _gpm(basis, At("stream_hours", KEYS[each])), default=None)
    if best is None or not _gpm(basis, At("stream_hours", KEYS[best])):
        return None
    _pool(basis, [key for each, keys in by_stretch.items() if each != best for key in keys], OTHERS)
    better = _gpm(basis, At("stream_hours", KEYS[best])) > _gpm(basis, OTHERS)
    return best if better else None
