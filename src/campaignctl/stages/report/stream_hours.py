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
STEPS = 4
WHOLE = 0
"""Decimals of a slot: cents would not fit its cell, and tell nothing between slots."""

SLUGS = Slugs(
    tables={"stream-hours": ("hours", *(f"day-{n}" for n in range(1, WEEK + 2)))},
    paragraphs=("stream-hours-words", "stream-hours-steps"),
)


@dataclass(frozen=True, slots=True)
class Hours:
    """Streams by stretch and day; ``best`` is the stretch that earned most per view, None where none stands out.

    ``steps`` says from which value on each shade begins, the lightest first; empty of fewer slots than shades.
    """

    table: Table
    steps: tuple[Sentence, ...] = ()
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
    days = _days(basis, found)
    if not any(_gpm(basis, _at(row, stretch)) for row, stretch in found):
        return None
    short = [day[:3] for day in days]
    titles = short if len(set(short)) == len(days) else days
    heads = (Column("hours", ""), *(Column(f"day-{n}", title) for n, title in enumerate(titles, start=1)))
    cells = tuple((_words(each), *(_cell(basis, found, day, each) for day in days)) for each in stretches)
    ranked = _ranked(basis, found)
    heat = {(stretches.index(each), f"day-{days.index(day) + 1}"): step for step, (day, each) in ranked}
    table = Table("stream-hours", heads, cells, heat=heat, caption=say("By the hours of the start"))
    return Hours(table, _steps(basis, ranked), _best(basis, found, stretches))


def words_of(basis: Basis, hours: Hours) -> tuple[Text, ...]:
    """Return how the shades are to be read, with how much more the best hours earned, and where each shade begins."""
    told = [say("GMV per 1,000 views (streams). Each shade is a quarter of the slots used, the darkest the best.")]
    if hours.best is not None:
        best, rest = basis.id("watch_gpm", hours.best_id), basis.id("watch_gpm", OTHERS)
        which = f"Of hours with more than a few streams {_words(hours.best)} earned most"
        told.append(say(f"{which}: {{{best}}} per 1,000 views; all other hours together {{{rest}}}."))
    steps = (Text("stream-hours-steps", hours.steps),) if hours.steps else ()
    return (Text("stream-hours-words", tuple(told)), *steps)


def stretch_words(stretch: int) -> str:
    """Return ``18 to 22 h``."""
    start = FIRST + stretch * HOURS
    return f"{start} to {(start + HOURS) % 24:02d} h"


def _words(stretch: int) -> str:
    start = FIRST + stretch * HOURS
    return f"{start:02d} to {(start + HOURS) % 24:02d} h"


def _when(stream: OnAir) -> tuple[date, int]:
    """Return the day that a stream counts to, and its stretch; its key is its local start."""
    shifted = datetime.strptime(stream.key[: len("20261120-1900")], "%Y%m%d-%H%M") - timedelta(hours=FIRST)  # noqa: DTZ007
    return shifted.date(), shifted.hour // HOURS


def _row(basis: Basis, day: date) -> str:
    return axis_day(day) if len(basis.periods.all_days) <= WEEK else WEEKDAYS[day.weekday()]


def _days(basis: Basis, found: Mapping[tuple[str, int], Sequence[str]]) -> list[str]:
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
    return Sentence((Ref(figure.id, decimals=WHOLE), " (", Ref(basis.id(ON_AIR.id, at)), ")"))


def _ranked(basis: Basis, found: Mapping[tuple[str, int], Sequence[str]]) -> list[tuple[int, tuple[str, int]]]:
    """Return the slots with their quarters, ranked by what a thousand views brought, the lowest first."""
    known = [(_gpm(basis, _at(*slot)), slot) for slot in found if basis.ledger.value("watch_gpm", _at(*slot))]
    return [(STEPS * place // len(known), slot) for place, (_, slot) in enumerate(sorted(known))]


def _steps(basis: Basis, ranked: Sequence[tuple[int, tuple[str, int]]]) -> tuple[Sentence, ...]:
    """Return ``from $258`` for each quarter, by its lowest slot."""
    if len(ranked) < STEPS:
        return ()
    lowest = [next(slot for step, slot in ranked if step == each) for each in range(STEPS)]
    return tuple(Sentence(("from ", Ref(basis.id("watch_gpm", _at(*slot)), decimals=WHOLE))) for slot in lowest)


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
