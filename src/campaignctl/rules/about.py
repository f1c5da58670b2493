"""A finding is about a seller, a SKU, a promotion or another thing with an id, wherever its row stands."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from campaignctl.domain.findings import About
from campaignctl.domain.frames import plain_rows
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
    "rules": "code",
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
    found: dict[int, About] = {}
    by_sheet: dict[tuple[str, str], list[int]] = {}
    for number, place in enumerate(places):
        by_sheet.setdefault((place.file, place.sheet), []).append(number)
    for (file, name), numbers in by_sheet.items():
        told = _about_rows(case, file, name, [places[number].row for number in numbers])
        found |= dict(zip(numbers, told, strict=True))
    return [found[number] for number in range(len(places))]


def _about_rows(case: Case, file: str, name: str, numbers: Sequence[int | None]) -> list[About]:
    """Return what each row of one sheet is about; its seller alone where there is no such row."""
    where, otherwise = case.maps.get((file, name)), About(seller=_seller_of(case, file))
    if where is None:
        return [otherwise] * len(numbers)
    rows = case.whole.once(_rows_of, file, where.sheet.key)
    if where.sheet.record and len(rows):
        return [about(rows.iloc[0], where.sheet.key)] * len(numbers)  # type: ignore[arg-type]
    at = rows.index.get_indexer(pd.Index(pd.array(numbers, dtype="Int64")))
    records = plain_rows(rows.iloc[at[at >= 0]])
    told = (about(record, where.sheet.key) for record in records)
    return [next(told) if position >= 0 else otherwise for position in at]


def _rows_of(case: Case, file: str, sheet: str) -> pd.DataFrame:
    """Return what identifies the rows that one file has in a frame, by their numbers in its sheet."""
    rows = case.frames[sheet]
    told = [key for key in rows.columns if key in IDENTIFYING]
    rows = rows.loc[rows["file"].eq(file).to_numpy(dtype=bool, na_value=False), ["row", *told]]
    return rows.drop_duplicates("row").set_index("row")


def _seller_of(case: Case, file: str) -> str:
    forms = case.registrations
    ids = forms.loc[forms["file"].eq(file), "seller_id"].dropna()
    return "" if ids.empty else str(ids.iloc[0])


def _word(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key) if key else None
    return "" if value is None or pd.isna(value) else str(value)
