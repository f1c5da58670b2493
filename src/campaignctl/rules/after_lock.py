"""What came in after the lock is judged together with what the lock holds of it.

``configured`` gets ``promotion_id`` (ours, told by the row or by the file's name) and ``promotion_known``, ``item``,
``locked`` (the lock holds the row) and, of the lock and as Changes left it, ``locked_price``, ``locked_discount``,
``locked_units``, ``locked_limit``, ``locked_starts``, ``locked_ends``, ``locked_level``, ``locked_list_price`` and the
same as ``promised_...``. ``unconfigured`` holds what the lock promises of promotions that were read, and no file shows.
``launch_check`` gets ``item``, ``locked``, ``locked_units`` and ``locked_starts``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import Any

import pandas as pd

from campaignctl.domain.changes import Change, promised
from campaignctl.domain.frames import ORIGIN, empty
from campaignctl.domain.keyed_in import KEYED_IN, item_of_keyed, keyed_in
from campaignctl.domain.lock import Lock
from campaignctl.domain.uploads import promotion_of

ROW = ["promotion_id", "item"]
FIELDS = {
    "deal_price": "price",
    "discount": "discount",
    "quantity": "units",
    "per_buyer": "limit",
    "starts": "starts",
    "ends": "ends",
    "level": "level",
    "list_price": "list_price",
}
"""What the lock holds of a row, by the column of what is keyed in."""

_NOT_ON = frozenset({"draft", "stopped"})
"""What is configured in name only."""

_MISSING = {**KEYED_IN, **ORIGIN, "item": "str"}


def after_lock(
    frames: Mapping[str, pd.DataFrame], lock: Lock | None, changes: Iterable[Change]
) -> dict[str, pd.DataFrame]:
    """Return the frames of what came in after the lock, with what it says of them; see the module's docstring."""
    if lock is None or (frames["configured"].empty and frames["launch_check"].empty):
        rows, checks = frames["configured"].head(0), frames["launch_check"]
        held = _of_lock(rows.assign(promotion_id=None, item=None), {})
        return {"configured": held, "unconfigured": empty(_MISSING), "launch_check": _checked(checks, {})}
    later = promised(lock, [replace(change, approved=True) for change in changes])
    told = {"locked": _by_row(keyed_in(lock)), "promised": _by_row(keyed_in(later))}
    rows = _newest(_named(frames["configured"], frames["promotions"], lock))
    return {
        "configured": _of_lock(rows, told),
        "unconfigured": _missing(rows, told),
        "launch_check": _checked(frames["launch_check"], told),
    }


Told = Mapping[str, pd.DataFrame]
"""What is keyed in of a lock as it was taken (``locked``) and with all its changes (``promised``), by row."""


def _by_row(keyed: pd.DataFrame) -> pd.DataFrame:
    rows = keyed.assign(item=item_of_keyed(keyed))
    keys = pd.MultiIndex.from_frame(rows[ROW].astype("str"))
    return rows.set_axis(keys)[~keys.duplicated()]


def _named(rows: pd.DataFrame, promotions: pd.DataFrame, lock: Lock) -> pd.DataFrame:
    """Return configured rows with the promotion of the lock that each belongs to, where it can be told.

    In this order: our own id, the marketplace's, a title that only one promotion has, the file's name.
    """
    ids = lock.promotions["id"].tolist()
    typed = promotions.dropna(subset=["id", "marketplace_id"])
    ours = dict(zip(typed["marketplace_id"], typed["id"], strict=True))
    titles = lock.promotions.assign(title=_plain(lock.promotions["title"])).dropna(subset=["title"])
    titles = titles.drop_duplicates("title", keep=False)
    by_title = dict(zip(titles["title"], titles["id"], strict=True))
    files = {file: promotion_of(PurePath(file).stem, ids) for file in rows["file"].astype("str").unique()}
    told = rows["promotion_id"].where(rows["promotion_id"].isin(ids))
    for other in (
        rows["marketplace_id"].map(ours),
        _plain(rows["title"]).map(by_title),
        rows["file"].astype("str").map(files),
    ):
        told = told.fillna(other.astype("str"))
    return rows.assign(promotion_id=told.where(told.isin(ids)).astype("str"), item=item_of_keyed(rows))


def _plain(titles: "pd.Series[str]") -> "pd.Series[str]":
    return titles.str.strip().str.casefold()


def _newest(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that count: those that are on, and of one SKU in a promotion those of the last file by name."""
    on = rows[~rows["status"].isin(_NOT_ON)]
    file = on["file"].astype("str")
    last = file.groupby([on["promotion_id"], on["item"]]).transform("max")
    return on[(file == last) | on["promotion_id"].isna() | on["item"].isna()].reset_index(drop=True)


def _of_lock(rows: pd.DataFrame, told: Told) -> pd.DataFrame:
    keys = pd.MultiIndex.from_frame(rows[ROW].astype("str"))
    added: dict[str, Any] = {}
    for prefix in ("locked", "promised"):
        held = told.get(prefix, empty(KEYED_IN).set_axis(keys[:0])).reindex(keys)
        added |= {f"{prefix}_{name}": held[key].array for key, name in FIELDS.items()}
    inside = [keys.isin(held.index) for held in told.values()]
    return rows.assign(
        **added,
        locked=pd.array(inside[0] | inside[1] if inside else [False] * len(rows), dtype="boolean"),
        promotion_known=rows["promotion_id"].notna().astype("boolean"),
    )


def _missing(rows: pd.DataFrame, told: Told) -> pd.DataFrame:
    """Return what lock and changes both promise of the promotions that were read, and no row shows."""
    both = told["locked"][told["locked"].index.isin(told["promised"].index)]
    keys = pd.MultiIndex.from_frame(rows[ROW].astype("str"))
    last = rows.dropna(subset=["promotion_id"]).drop_duplicates("promotion_id", keep="last").set_index("promotion_id")
    lacking = both[~both.index.isin(keys) & both["promotion_id"].isin(last.index)].reset_index(drop=True)
    where = last[["file", "sheet"]].reindex(lacking["promotion_id"])
    nowhere = pd.array([pd.NA] * len(lacking), dtype="Int64")
    return lacking.assign(file=where["file"].array, sheet=where["sheet"].array, row=nowhere)


def _checked(checks: pd.DataFrame, told: Told) -> pd.DataFrame:
    checks = checks.assign(item=item_of_keyed(checks))
    keys = pd.MultiIndex.from_frame(checks[ROW].astype("str"))
    held = told.get("promised", empty(KEYED_IN).set_axis(keys[:0])).reindex(keys)
    return checks.assign(
        locked=pd.array(keys.isin(told["promised"].index) if told else [False] * len(checks), dtype="boolean"),
        locked_units=held["quantity"].array,
        locked_starts=held["starts"].array,
    )
