"""A lock in, the files to key it in out: one set for each promotion, in the marketplace's own form."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from campaignctl.domain.forms import NO_LIMIT
from campaignctl.domain.keyed_in import keyed_in
from campaignctl.domain.lock import Lock
from campaignctl.domain.money import CURRENCIES
from campaignctl.domain.uploads import ToKeyIn, UploadCell, UploadFile, Uploads, file_stems
from campaignctl.marketplaces.schema import Profile
from campaignctl.marketplaces.uploads import UploadColumn, UploadForm

_MONEY = frozenset({"deal_price"})
_IDS = frozenset({"product_id", "sku_id", "seller_id"})
_NAMES = {"product_id": "Product ID", "deal_price": "price"}


def uploads_of(lock: Lock, profile: Profile, forms: Sequence[UploadForm]) -> Uploads:
    """Return the upload files of every promotion of a lock that the marketplace takes in bulk.

    A file holds as many rows as the profile lets one upload have. Promotions without a form are told as to be keyed in
    by hand; lines that lack what the form must have are left out, and counted.
    """
    lines = keyed_in(lock)
    stems = file_stems(lock.promotions["id"])
    files: list[UploadFile] = []
    told: list[ToKeyIn] = []
    for promotion in lock.promotions.to_dict("records"):
        mine = lines[lines["promotion_id"].eq(promotion["id"])]
        form = _form_of(promotion["tool"], forms)
        whole, lacking = _complete(mine, form)
        if form is not None:
            most = _most(form, profile, promotion["tool"])
            files += _files(promotion["id"], stems[promotion["id"]], whole, form, most, lock.currency)
        told.append(_told(promotion, mine, form, lacking))
    return Uploads(lock.number, tuple(files), tuple(told))


def _form_of(tool: Any, forms: Sequence[UploadForm]) -> UploadForm | None:
    return next((form for form in forms if tool in form.tools), None)


def _most(form: UploadForm, profile: Profile, tool: str) -> int:
    counts = profile.tools[tool].counts if tool in profile.tools else None
    limits = [counts.products_per_call, counts.skus_per_call] if counts else []
    return min([form.rows, *(limit.value for limit in limits if limit is not None)])


def _complete(lines: pd.DataFrame, form: UploadForm | None) -> tuple[pd.DataFrame, dict[str, int]]:
    """Return the lines that have all that the form must have, and how many lack what."""
    several = lines["several_prices"].fillna(value=False)
    lacking = {"several prices for one product": int(several.sum())} if several.any() else {}
    lines = lines[~several]
    for column in form.columns if form else ():
        if column.required:
            blank = lines[column.holds].isna()
            if blank.any():
                lacking[f"no {_NAMES.get(column.holds, column.holds.replace('_', ' '))}"] = int(blank.sum())
            lines = lines[~blank]
    return lines, lacking


def _files(  # noqa: PLR0913, PLR0917 - a file's whole context
    promotion: str, stem: str, lines: pd.DataFrame, form: UploadForm, most: int, currency: str
) -> Iterator[UploadFile]:
    parts = -(-len(lines) // most)
    for number in range(parts):
        part = lines.iloc[number * most : (number + 1) * most]
        yield UploadFile(
            name=f"{stem}-{number + 1}.xlsx",
            promotion=promotion,
            number=number + 1,
            parts=parts,
            sheet=form.sheet,
            header=tuple(column.header for column in form.columns),
            rows=tuple(zip(*(_cells(part, column, currency) for column in form.columns), strict=True)),
            ids=tuple(at for at, column in enumerate(form.columns) if column.holds in _IDS),
            decimals=CURRENCIES[currency].decimals,
            units=int(part["quantity"].sum()),
            prices=int(part["deal_price"].sum()),
            shops=tuple(dict.fromkeys(part["seller_id"].dropna())),
        )


def _cells(lines: pd.DataFrame, column: UploadColumn, currency: str) -> list[UploadCell]:
    values = lines[column.holds].tolist()
    money = CURRENCIES[currency]
    return [_cell(value, column, money.major if column.holds in _MONEY else None) for value in values]


def _cell(value: Any, column: UploadColumn, major: Any) -> UploadCell:
    if pd.isna(value):
        return column.no_limit or None
    if major is not None:
        return float(major(value))
    if isinstance(value, str):
        return value
    return column.no_limit or None if value == NO_LIMIT else int(value)


def _scope(promotion: Mapping[Any, Any]) -> str:
    which = "" if pd.isna(promotion["which"]) else f" {promotion['which']}"
    return f"{promotion['applies_to']}{which}"


def _told(
    promotion: Mapping[Any, Any], lines: pd.DataFrame, form: UploadForm | None, lacking: Mapping[str, int]
) -> ToKeyIn:
    starts, ends = (None if pd.isna(promotion[key]) else promotion[key].to_pydatetime() for key in ("starts", "ends"))
    by_hand = "" if form is not None else "no bulk upload form for this tool is known"
    if not by_hand and lines.empty:
        nominated = promotion["applies_to"] == "Nominated SKUs"
        by_hand = "no line is locked for it" if nominated else f"it applies to {_scope(promotion)}, not to listed SKUs"
    words = {key: "" if pd.isna(promotion[key]) else str(promotion[key]) for key in ("title", "tool_name", "level")}
    return ToKeyIn(
        promotion["id"], words["title"], words["tool_name"], words["level"], starts, ends, len(lines), by_hand, lacking
    )
