"""What a marketplace takes in bulk: the form of each upload, its headings verbatim, in one ``upload.toml`` a family."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from campaignctl.domain.errors import CannotRead
from campaignctl.marketplaces.closed import Closed
from campaignctl.marketplaces.layouts import OURS, first_fault

FILE = "upload.toml"

Holds = Literal[
    "product_id", "sku_id", "seller_sku", "seller_id", "product_name", "deal_price", "quantity", "per_buyer"
]


class UploadColumn(Closed):
    """A column of an upload form; ``no_limit`` is how "no limit" is written in it."""

    header: str = Field(min_length=1)
    holds: Holds
    required: bool = False
    no_limit: str = ""


class UploadForm(Closed):
    """The form by which promotions of some ``tools`` (keys of the profile) are keyed in.

    ``layout`` names the export's layout that reads it back, ``rows`` the most of a file where the profile says less.
    """

    name: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    title: str
    tools: tuple[str, ...] = Field(min_length=1)
    layout: str
    sheet: str = Field(default="Sheet1", min_length=1, max_length=31)
    rows: int = Field(default=300, ge=1)
    source: str
    checked: date
    columns: tuple[UploadColumn, ...] = Field(min_length=1)


class _Forms(Closed):
    forms: tuple[UploadForm, ...] = ()


def upload_forms(family: str, folder: Path | None = None) -> tuple[UploadForm, ...]:
    """Return the upload forms of a profile's ``family``: the team's, where the campaign ``folder`` has any, else ours.

    ``CannotRead`` when the file does not fit the schema.
    """
    places = [*([folder / "marketplaces" / family / FILE] if folder else []), OURS / family / FILE]
    path = next((path for path in places if path.is_file()), None)
    if path is None:
        return ()
    try:
        return _Forms.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).forms
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
        what = f"{family}/{FILE} is no list of upload forms: {first_fault(error)}."
        raise CannotRead(what, "Mend that line.") from error
