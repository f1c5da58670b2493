"""What comes in once prices are locked: promotions as they were keyed in, and what people saw when they started."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from campaignctl.domain.document import Input
from campaignctl.domain.export_frames import CONFIGURED_PROMOTIONS
from campaignctl.domain.frames import empty, shape_of
from campaignctl.domain.observations import Observation
from campaignctl.folder.files import CampaignFiles
from campaignctl.folder.hashing import sha256
from campaignctl.marketplaces.schema import Profile
from campaignctl.readers import configured, launch_checks
from campaignctl.readers.cells import Reading
from campaignctl.readers.places import SheetMap
from campaignctl.workbooks.launch_check import LAUNCH_CHECK


def nothing() -> dict[str, pd.DataFrame]:
    """Return the frames without rows."""
    return {configured.KEY: empty(CONFIGURED_PROMOTIONS), launch_checks.KEY: empty(shape_of(LAUNCH_CHECK))}


@dataclass(frozen=True, slots=True, eq=False)
class AfterLock:
    """The frames ``configured`` and ``launch_check``, where their columns stand, and what was met on the way."""

    frames: Mapping[str, pd.DataFrame] = field(default_factory=nothing)
    maps: Mapping[tuple[str, str], SheetMap] = field(default_factory=dict)
    observations: tuple[Observation, ...] = ()
    inputs: tuple[Input, ...] = ()


def read_after_lock(  # noqa: PLR0913 - where to look, how to read, and what for
    files: CampaignFiles,
    profile: Profile,
    reading: Reading,
    sellers: Collection[str],
    progress: Callable[[str], None] = lambda _: None,
    *,
    locked: bool = True,
) -> AfterLock:
    """Return what came in since a lock was taken; promotions are looked for only where one is ``locked``.

    A launch check that campaignctl wrote and nobody began is passed over, unless it is one of ``files.named``.
    """
    keyed = configured.Configured()
    if locked:
        keyed = configured.read_configured(files.folder, profile, reading, sellers, progress)
    books = [launch_checks.check_book(path, files.relative(path), reading) for path in files.checks]
    counted = [
        (path, book)
        for path, book in zip(files.checks, books, strict=True)
        if path in files.named or path.parent == files.folder or launch_checks.is_begun(book)
    ]
    frames = [book.frames[launch_checks.KEY] for _, book in counted if launch_checks.KEY in book.frames]
    return AfterLock(
        {**nothing(), configured.KEY: keyed.frame, **_together(frames)},
        {**keyed.maps, **{(where.file, where.name): where for _, book in counted for where in book.maps.values()}},
        (*keyed.observations, *(met for _, book in counted for met in book.observations)),
        (*keyed.inputs, *(Input(book.file, _hash(path), book.rows) for path, book in counted)),
    )


def _together(frames: list[pd.DataFrame]) -> dict[str, pd.DataFrame]:
    if not frames:
        return {}
    places = {"file": "str", "sheet": "str"}
    whole = pd.concat([frame.astype(places) for frame in frames], ignore_index=True)
    return {launch_checks.KEY: whole.astype(dict.fromkeys(places, "category"))}


def _hash(path: Path) -> str:
    try:
        return sha256(path)
    except OSError:
        return ""
