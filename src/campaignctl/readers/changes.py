"""The rows of the sheet Changes become changes: Old and New are read the way the field itself is read.

A percent is a percent and a date a date, whatever the cell holds; what cannot be read so is observed at its cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from campaignctl.domain.changes import CAMPAIGN, WITHDRAW_SELLER, WITHDRAW_SKU, Change
from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.domain.frames import plain_rows
from campaignctl.domain.observations import Kind, Observation
from campaignctl.domain.wording import word
from campaignctl.readers.cells import READ, Reading
from campaignctl.readers.cells.numbers import amounts, numbers, percents
from campaignctl.readers.places import SheetMap
from campaignctl.workbooks.campaign import CAMPAIGN as CAMPAIGN_SHEET
from campaignctl.workbooks.livestreams import LIVESTREAMS
from campaignctl.workbooks.promotions import PROMOTIONS
from campaignctl.workbooks.registration.products import PRODUCTS
from campaignctl.workbooks.sellers import SELLERS
from campaignctl.workbooks.targets import TARGETS

_AS_TYPED = frozenset({Kind.TEXT_NUMBER, Kind.PERCENT_AS_NUMBER, Kind.WHOLE_DAY_END})
"""What is no oddity in a cell that holds words anyway."""

_SKU_FIELDS = ("campaign_price", "stock", "per_buyer", "floor_price", "commission")


def read_changes(
    frames: Mapping[str, pd.DataFrame], maps: Mapping[tuple[str, str], SheetMap], reading: Reading
) -> tuple[tuple[Change, ...], tuple[Observation, ...]]:
    """Return the changes that the set-up's frames hold, and what was odd about their values.

    Rows without a kind are left out: nobody knows what moves there, and the blank cell is observed already.
    """
    setup, offers = frames["campaign"], frames["promotions"].dropna(subset=["id", "kind_of_value"])
    among = _Among(
        reading,
        maps,
        price_lock=None if setup.empty else setup["price_lock"].iloc[0],
        kinds_of_value=dict(zip(offers["id"], offers["kind_of_value"].astype("str"), strict=True)),
        streams=frozenset(frames["livestreams"]["stream_id"].dropna()),
    )
    rows = plain_rows(frames["changes"].dropna(subset=["kind"]))
    changes = tuple(among.change(row) for row in rows)
    return changes, tuple(among.met)


@dataclass(slots=True)
class _Among:
    """What a row of Changes is read against; ``met`` collects what was odd."""

    reading: Reading
    maps: Mapping[tuple[str, str], SheetMap]
    price_lock: Any
    kinds_of_value: Mapping[str, str]
    streams: frozenset[str]
    met: list[Observation] = field(default_factory=list)

    def change(self, row: Mapping[str, Any]) -> Change:
        """Return one row as a change."""
        frame, column = self._of(row)
        key, old, new = "", None, None
        if column is not None:
            key, read = self._reader(column, word(row["other_id"]))
            old, new = (self._typed(row, end, column, read) for end in ("old", "new"))
        at = None if pd.isna(row["from_time"]) else row["from_time"].to_pydatetime()
        early = at is not None and not pd.isna(self.price_lock) and at < self.price_lock
        return Change(
            number=word(row["number"]),
            row=int(row["row"]),
            at=at,
            kind=word(row["kind"]),
            seller=word(row["seller_id"]),
            sku=word(row["sku_id"]),
            other=word(row["other_id"]),
            frame=frame,
            field=key,
            old=old,
            new=new,
            approved=early or bool(word(row["approved_by"])),
        )

    def _of(self, row: Mapping[str, Any]) -> tuple[str, Column | None]:
        """Return the frame of the lock that a row speaks of, and the declared column that it changes."""
        heading, other = word(row["field"]), word(row["other_id"])
        match word(row["kind"]):
            case "SKU terms":
                return "lines", _column(PRODUCTS, heading, _SKU_FIELDS)
            case str(kind) if kind in (WITHDRAW_SKU, WITHDRAW_SELLER):
                return "lines", None
            case "Promotion":
                return "promotions", _column(PROMOTIONS, heading)
            case "Livestream":
                return "streams", _column(LIVESTREAMS, heading)
            case "Budget":
                of_campaign = CAMPAIGN, CAMPAIGN_SHEET.column("platform_budget")
                return ("promotions", PROMOTIONS.column("budget")) if other else of_campaign
            case "Target" if other in self.streams:
                return "streams", LIVESTREAMS.column("gmv_target")
            case "Target":
                return "targets", SELLERS.column("gmv_target") if word(row["seller_id"]) else TARGETS.column("target")
            case _:
                return "", None

    def _reader(self, column: Column, promotion: str) -> tuple[str, Any]:
        """Return the column of the lock's frame that a field is kept in, and how its cells are read."""
        if column in SELLERS.columns:
            return "target", numbers  # the lock keeps sellers' targets among all others, in major units
        if column.type is not Type.VALUE:
            return column.key, READ[column.type]
        if self.kinds_of_value.get(promotion, "").startswith("Percent"):
            return f"{column.key}_percent", percents
        return f"{column.key}_money", amounts

    def _typed(self, row: Mapping[str, Any], end: str, column: Column, read: Any) -> Any:
        text = "" if pd.isna(row[end]) else str(row[end])
        typed = read([text], column, self.reading)
        where = self.maps.get((str(row["file"]), str(row["sheet"])))
        for _, kind, value, detail in typed.odd:
            if where is not None and kind not in _AS_TYPED:
                self.met.append(Observation(kind, where.place(end, int(row["row"])), value, detail))
        value = next(iter(typed.column))
        return None if value is None or pd.isna(value) else value


def _column(sheet: Sheet, heading: str, among: tuple[str, ...] = ()) -> Column | None:
    columns = (column for column in sheet.columns if not among or column.key in among)
    return next((column for column in columns if column.name == heading), None)
