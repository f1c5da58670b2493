"""A finding is about a seller, a SKU, a promotion or another thing with an id, wherever its row stands."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from campaignctl.domain.findings import About
from campaignctl.domain.observations import Place
from campaignctl.rules.case import Case

_OWN_ID = {
    "promotions": "id",
    "sellers": "seller_id",
    "livestreams": "stream_id",
    "run_of_show": "stream_id",
    "timeline": "id",
    "contacts": "name",
    "changes": "number",
    "coupons": "coupon",
    "slots": "title",
}
_SKU = ("sku_id", "product_id", "seller_sku", "product_name")  # the first that is filled tells lines apart
IDENTIFYING = frozenset({"seller_id", "promotion_id", *_SKU, *_OWN_ID.values()})
"""The columns of a row that say what it is about."""


def about(row: Mapping[str, Any], over: str) -> About:
    """Return what a row of the frame ``over`` is about."""
    own = _word(row, _OWN_ID.get(over, ""))
    is_promotion, is_seller = over == "promotions", over == "sellers"
    return About(
        seller=_word(row, "seller_id"),
        sku=next((word for key in _SKU if (word := _word(row, key))), ""),
        promotion=own if is_promotion else _word(row, "promotion_id"),
        other="" if is_promotion or is_seller else own,
    )


def about_places(case: Case, places: Sequence[Place]) -> list[About]:
    """Return what the row at each place is about: of a heading or a whole sheet, its seller alone."""
    by_sheet: dict[tuple[str, str], pd.DataFrame] = {}
    found = []
    for place in places:
        key = (place.file, place.sheet)
        if key not in by_sheet:
            by_sheet[key] = _rows_of(case, *key)
        found.append(_about_place(case, place, by_sheet[key]))
    return found


def _rows_of(case: Case, file: str, sheet: str) -> pd.DataFrame:
    """Return the rows of one sheet, by their numbers; none when the sheet was not understood."""
    where = case.maps.get((file, sheet))
    if where is None:
        return pd.DataFrame()
    rows = case.frames[where.sheet.key]
    rows = rows[rows["file"].eq(file).to_numpy(dtype=bool, na_value=False)]
    told = [key for key in rows.columns if key in IDENTIFYING]
    return rows.drop_duplicates("row").set_index("row")[told]


def _about_place(case: Case, place: Place, rows: pd.DataFrame) -> About:
    where = case.maps.get((place.file, place.sheet))
    if where is not None and where.sheet.record and len(rows):
        return about(rows.iloc[0], where.sheet.key)  # type: ignore[arg-type]
    if where is not None and place.row in rows.index:
        return about(rows.loc[place.row], where.sheet.key)  # type: ignore[arg-type]
    return About(seller=_seller_of(case, place.file))


def _seller_of(case: Case, file: str) -> str:
    forms = case.registrations
    ids = forms.loc[forms["file"].eq(file), "seller_id"].dropna()
    return "" if ids.empty else str(ids.iloc[0])


def _word(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key) if key else None
    return "" if value is None or pd.isna(value) else str(value)
