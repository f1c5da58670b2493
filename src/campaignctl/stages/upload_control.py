"""``control.xlsx`` as a document: what lies in each upload file, and what has to be typed beside it by hand."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd

from campaignctl.domain.campaign import Campaign
from campaignctl.domain.document import Card, Document, Section
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.frames import Dtype, framed
from campaignctl.domain.listing import Listing, ListingColumn, Shows
from campaignctl.domain.lock import Lock
from campaignctl.domain.money import CURRENCIES
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.times import moment_words, zone_words
from campaignctl.domain.uploads import ToKeyIn, UploadFile, Uploads

FILES = (
    ListingColumn("file", "File", strong=True, leads_to="file"),
    ListingColumn("promotion", "Promotion ID", Shows.ID, width=14),
    ListingColumn("part", "Part"),
    ListingColumn("rows", "Rows", Shows.COUNT),
    ListingColumn("units", "Units", Shows.COUNT),
    ListingColumn("prices", "Sum of prices", Shows.PRICE, width=16),
    ListingColumn("shops", "Shops", width=38),
    ListingColumn("sha256", "SHA-256", Shows.ID, muted=True, width=68, printed=False),
)
PROMOTIONS = (
    ListingColumn("promotion", "Promotion ID", Shows.ID, strong=True, width=14),
    ListingColumn("title", "Title"),
    ListingColumn("tool", "Tool"),
    ListingColumn("level", "Level"),
    ListingColumn("starts", "Starts", Shows.MOMENT),
    ListingColumn("ends", "Ends", Shows.MOMENT),
    ListingColumn("lines", "Locked lines", Shows.COUNT, dash=True),
    ListingColumn("files", "Files", Shows.COUNT, dash=True),
    ListingColumn("status", "How", Shows.STATUS, width=56, wraps=True),
)
_TYPES: Mapping[Shows, str] = {
    Shows.COUNT: Dtype.COUNT,
    Shows.PRICE: Dtype.MONEY,
    Shows.MOMENT: Dtype.INSTANT,
}
_MOST_SHOPS = 3


def control(campaign: Campaign, lock: Lock, uploads: Uploads, hashes: Mapping[str, str]) -> Document:
    """Return the control workbook of a lock's uploads; ``hashes`` are the SHA-256 of the written files, by name."""
    figures = _figures(uploads, lock.currency)
    when = f"{moment_words(lock.taken_at, lock.zone)} {zone_words(lock.zone)}"
    context = say(
        "{campaign} · lock {number} of {when} · prices in {currency}",
        campaign=campaign.name, number=str(lock.number), when=when, currency=lock.currency,
    )  # fmt: skip
    sections = (_files(uploads, lock, hashes, context), _promotions(uploads, lock, context))
    return Document(campaign.name, lock.taken_at.isoformat(), figures, sections)


def _figures(uploads: Uploads, currency: str) -> dict[str, Figure]:
    money = CURRENCIES[currency]
    prices = money.major(sum(file.prices for file in uploads.files))
    counts: dict[str, tuple[str, Decimal | int, str, Format]] = {
        "uploads.files": ("Files", len(uploads.files), "", Format.COUNT),
        "uploads.rows": ("Rows", sum(len(file.rows) for file in uploads.files), "", Format.COUNT),
        "uploads.units": ("Units kept", sum(file.units for file in uploads.files), "", Format.COUNT),
        "uploads.prices": ("Sum of prices", prices, currency, Format.MONEY),
        "uploads.promotions": ("Promotions", len(uploads.promotions), "", Format.COUNT),
        "uploads.by_hand": ("By hand", sum(bool(each.by_hand) for each in uploads.promotions), "", Format.COUNT),
    }
    return {id_: Figure(id_, label, value, unit, form) for id_, (label, value, unit, form) in counts.items()}


def _files(uploads: Uploads, lock: Lock, hashes: Mapping[str, str], context: Sentence) -> Section:
    rows = [_file_row(file, hashes.get(file.name, "")) for file in uploads.files]
    listing = Listing(
        "upload-files", FILES, _frame(rows, FILES), lock.currency, lock.zone, 1, "No file is to be uploaded"
    )
    cards = tuple(
        Card(id_.rpartition(".")[2], label, id_)
        for id_, label in (
            ("uploads.files", "Files"), ("uploads.rows", "Rows"), ("uploads.units", "Units kept"),
            ("uploads.prices", "Sum of prices"),
        )
    )  # fmt: skip
    ready = "{uploads.rows} rows in {uploads.files} files are ready to upload"
    title = ready if rows else "There is no file to upload: what is locked is keyed in by hand"
    source = say("one row per file · sums of its rows · the hash is that of the file as it was written")
    return Section("files", "Files", say(title), context, (*cards, listing), source)


def _file_row(file: UploadFile, sha256: str) -> dict[str, Any]:
    shops = ", ".join(file.shops[:_MOST_SHOPS])
    more = len(file.shops) - _MOST_SHOPS
    return {
        "file": file.name, "promotion": file.promotion, "part": f"{file.number} of {file.parts}",
        "rows": len(file.rows), "units": file.units, "prices": file.prices,
        "shops": f"{shops} and {more} more" if more > 0 else shops, "sha256": sha256,
    }  # fmt: skip


def _promotions(uploads: Uploads, lock: Lock, context: Sentence) -> Section:
    parts = [file.promotion for file in uploads.files]
    rows = [_promotion_row(each, parts.count(each.promotion)) for each in uploads.promotions]
    listing = Listing(
        "to-key-in", PROMOTIONS, _frame(rows, PROMOTIONS), lock.currency, lock.zone, 1, "No promotion is locked"
    )
    by_hand = sum(bool(each.by_hand) for each in uploads.promotions)
    title = "{uploads.by_hand} of {uploads.promotions} promotions are keyed in by hand"
    title += "; the others need their times typed" if by_hand < len(uploads.promotions) else ""
    source = say("one row per locked promotion · the upload form holds neither level nor times: type them by hand")
    return Section("promotions", "Promotions", say(title), context, (listing,), source)


def _promotion_row(each: ToKeyIn, files: int) -> dict[str, Any]:
    left = "; ".join(f"{count:,} left out: {why}" for why, count in (each.left_out or {}).items())
    how = f"○ by hand: {each.by_hand}" if each.by_hand else f"▲ upload; {left}" if left else "✓ upload"
    return {
        "promotion": each.promotion, "title": each.title, "tool": each.tool, "level": each.level,
        "starts": each.starts, "ends": each.ends, "lines": each.lines, "files": files, "status": how,
    }  # fmt: skip


def _frame(rows: Sequence[Mapping[str, Any]], columns: Sequence[ListingColumn]) -> pd.DataFrame:
    shape = {column.key: _TYPES.get(column.shows, Dtype.WORD) for column in columns}
    return framed({key: [row[key] for row in rows] for key in shape}, len(rows), shape)
