"""Whom a workbook goes back to: the seller that its form names, or the team where it is the set-up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd

from campaignctl.domain.wording import word
from campaignctl.folder.files import SETUP
from campaignctl.readers.campaign_folder import Material

_TEAM = "campaign"


@dataclass(frozen=True, slots=True)
class Addressee:
    """``stem`` names the file; ``who`` is how the list greets; ``until`` (aware) when the workbook is awaited back.

    A file with replies of several sellers goes back to whoever sent it: ``sellers`` is then more than one.
    """

    stem: str
    who: str
    sellers: tuple[str, ...] = ()
    until: datetime | None = None

    @property
    def is_team(self) -> bool:
        """Whether the workbook is the set-up."""
        return self.stem == _TEAM and not self.sellers


def addressee_of(material: Material, file: str) -> Addressee:
    """Return whom the workbook ``file`` goes back to."""
    if file == SETUP:
        return Addressee(_TEAM, f"{_field(material, 'name')} · set-up workbook")
    sellers = _sellers_of(material, file)
    if len(sellers) != 1:
        stem = file.rpartition("/")[2].rpartition(".")[0] or file
        return Addressee(stem, f"{len(sellers)} sellers" if sellers else stem, sellers)
    row = _row_of(material, sellers[0])
    name = word(row.get("shop_name"))
    who = f"{name} ({sellers[0]})" if name else sellers[0]
    return Addressee(sellers[0], who, sellers, _moment(row.get("reply_by")) or deadline(material))


def deadline(material: Material) -> datetime | None:
    """Return when registration closes."""
    rows = material.frames["campaign"]
    return None if rows.empty else _moment(rows["registration_closes"].iloc[0])


def _sellers_of(material: Material, file: str) -> tuple[str, ...]:
    matched = [reply.seller_id for reply in material.replies if reply.file == file and reply.seller_id]
    if not matched:
        forms = material.frames["registration"]
        matched = forms.loc[forms["file"].eq(file), "seller_id"].dropna().tolist()
    return tuple(dict.fromkeys(map(str, matched)))


def _row_of(material: Material, seller: str) -> Mapping[Any, Any]:
    sellers = material.frames["sellers"]
    found = sellers[sellers["seller_id"].eq(seller).to_numpy(dtype=bool, na_value=False)]
    return {} if found.empty else found.iloc[0].to_dict()


def _field(material: Material, key: str) -> str:
    rows = material.frames["campaign"]
    return "" if rows.empty else word(rows[key].iloc[0])


def _moment(value: Any) -> datetime | None:
    return None if value is None or pd.isna(value) else pd.Timestamp(value).to_pydatetime()
