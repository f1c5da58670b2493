"""A column of an export: the headers that marketplaces have written over it, and how its cells are read."""

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, field_validator, model_validator

from campaignctl.marketplaces.canonical import CellType
from campaignctl.marketplaces.closed import Closed

_CURRENCY_IN_HEADER = re.compile(r"\s*\((?:[A-Z]{0,3}[$£€¥₱₫฿]|Rp|RM|[A-Z]{3})\)$")


@lru_cache(maxsize=4096)
def header_key(header: str) -> str:
    """Return a header as headers are compared: one Unicode form, no case, single blanks, no currency in brackets."""
    plain = " ".join(unicodedata.normalize("NFKC", header).split())
    return _CURRENCY_IN_HEADER.sub("", plain).casefold()


class Header(Closed):
    """One spelling of a column's header: in which language, and from when until when the marketplace wrote it so."""

    header: str
    language: str = "en"
    since: date | None = None
    until: date | None = None


def _spelled(value: Any) -> Any:
    return {"header": value} if isinstance(value, str) else value


class ExportColumn(Closed):
    """A column that is read. The first header is today's; the rest are aliases.

    ``passing`` columns help to read others and are not kept; an ``optional`` one is not missed. Of a text, only the
    group of ``take`` is kept where that pattern fits the whole cell. ``blank`` is the count that a blank cell stands
    for, where the file says so; a column that is not there stays missing.
    """

    type: CellType
    headers: tuple[Annotated[Header, BeforeValidator(_spelled)], ...] = Field(min_length=1)
    optional: bool = False
    passing: bool = False
    take: str = ""
    blank: int | None = None
    otherwise: str = ""

    @field_validator("take")
    @classmethod
    def _has_a_group(cls, value: str) -> str:
        if value and re.compile(value).groups != 1:
            raise ValueError("take needs one group")
        return value

    @model_validator(mode="after")
    def _fits_its_type(self) -> "ExportColumn":
        if self.take and self.type not in ("text", "words"):
            raise ValueError(f"take is for text, not for {self.type}")
        if self.blank is not None and self.type != "count":
            raise ValueError(f"blank is for counts, not for {self.type}")
        if self.otherwise and self.type != "words":
            raise ValueError(f"otherwise is for words, not for {self.type}")
        return self

    @property
    def title(self) -> str:
        """The header as the marketplace writes it today."""
        return self.headers[0].header.strip()
