"""A campaign's exports folder becomes canonical tables: each order once, each row with its seller, file and number."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from pathlib import Path

from campaignctl.domain.document import Input
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.folder.hashing import sha256
from campaignctl.marketplaces.layout import CANONICAL
from campaignctl.marketplaces.layouts import Layouts
from campaignctl.readers.cells.base import Reading
from campaignctl.readers.exports.cache import key, recall, remember
from campaignctl.readers.exports.find import Found, find
from campaignctl.readers.exports.newest import Kept, newest
from campaignctl.readers.exports.parts import FileRead, Part, Task, read_file
from campaignctl.readers.exports.tables import Exports, Pull, Scratch, Table

Progress = Callable[[str], None]


def read_exports(
    folder: Path,
    layouts: Layouts,
    reading: Reading,
    sellers: Collection[str],
    cache: Path | None = None,
    progress: Progress = lambda _: None,
) -> Exports:
    """Read everything under ``folder``/exports.

    ``sellers`` are the ids of the Sellers sheet: a sub-folder of that name says whose a file is, and where there is
    only one seller, all files are theirs. Tables are kept as Parquet in ``cache`` (made when absent) and found there
    again; without it they live as long as the result. No file raises: what cannot be read is an observation.
    """
    found, odd = find(folder, sellers)
    scratch = None if cache else Scratch()
    home = cache or (scratch.path if scratch else Path())
    home.mkdir(parents=True, exist_ok=True)
    passing = Path(tempfile.mkdtemp(prefix=".reading-", dir=home))
    try:
        return _read(found, odd, layouts, reading, home, passing, scratch, progress)
    finally:
        shutil.rmtree(passing, ignore_errors=True)


def _read(found, odd, layouts, reading, home, passing, scratch, progress):
    ...
