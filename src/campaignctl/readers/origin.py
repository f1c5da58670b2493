"""What a workbook says of itself: when it was last saved, and the properties that its writer left in it.

The time on the disk is not asked: it changes with every copy, download and sync.
"""

import re
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET  # safe: parts with a document type definition are refused before parsing
from zipfile import ZipInfo

CORE, CUSTOM, META = "docProps/core.xml", "docProps/custom.xml", "meta.xml"
_MODIFIED = re.compile(rb"modified\b[^>]*>\s*([0-9T:.+Z-]{10,40})\s*<")
_DATED = re.compile(rb"<dc:date>([0-9T:.+Z-]{10,40})</dc:date>")
_DEFINED = re.compile(rb'<meta:user-defined meta:name="([^"]{1,200})"[^>]*>([^<]{0,1000})<')
_YEARS = range(2000, 2100)
_NEVER_SAVED = datetime(2020, 1, 1, tzinfo=UTC)
"""The stamp of a workbook that campaignctl wrote and nobody has saved since: it tells no time."""

_FIRST_PART_YEAR = 1981  # a part packed at the beginning of the calendar says nothing
_SUMMARY = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
_LAST_SAVED, _FILE_TIME = 13, 0x40
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_MOST_PROPERTIES = 200


@dataclass(frozen=True, slots=True)
class Origin:
    """``saved`` is aware; ``packed`` the newest date of a part, without a zone; ``properties`` the custom ones."""

    saved: datetime | None = None
    packed: datetime | None = None
    properties: Mapping[str, str] = field(default_factory=dict)


def origin_of(core: bytes, custom: bytes, parts: Iterable[ZipInfo]) -> Origin:
    """Return what the small parts of a package say; blank bytes for a part that is not there."""
    found = _MODIFIED.search(core)
    saved = moment_of(found[1].decode()) if found else None
    return Origin(None if saved == _NEVER_SAVED else saved, _packed(parts), _properties(custom))


def origin_of_document(meta: bytes, parts: Iterable[ZipInfo]) -> Origin:
    """Return what an OpenDocument sheet says; it writes local times without a zone, read here as universal ones."""
    found = _DATED.search(meta)
    named = {
        name.decode("utf-8", "replace"): value.decode("utf-8", "replace") for name, value in _DEFINED.findall(meta)
    }
    return Origin(moment_of(found[1].decode()) if found else None, _packed(parts), named)


def moment_of(text: str) -> datetime | None:
    """Return an ISO moment as written in a document, universal where it names no zone; None when it makes no sense."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC) if moment.year in _YEARS else None


def _packed(parts: Iterable[ZipInfo]) -> datetime | None:
    dated = [part.date_time for part in parts if part.date_time[0] >= _FIRST_PART_YEAR]
    try:
        return datetime(*max(dated)) if dated else None  # noqa: DTZ001 - a package writes local times without zone
    except ValueError:
        return None


def _properties(custom: bytes) -> dict[str, str]:
    if not custom:
        return {}
    found = {}
    for each in list(ET.fromstring(custom))[:_MOST_PROPERTIES]:  # noqa: S314 - see the import
        value = "".join(each.itertext()).strip()
        found[each.get("name", "")] = value[:1000]
    return found


def origin_of_old(content: bytes) -> Origin:
    """Return what an old .xls says in its summary."""
    at = content.find(_SUMMARY)
    try:
        return Origin(_last_saved(content, at - 28)) if at >= 28 else Origin()
    except (struct.error, OverflowError):
        return Origin()


def _last_saved(content: bytes, start: int) -> datetime | None:
    section = start + struct.unpack_from("<I", content, start + 44)[0]
    count = min(struct.unpack_from("<I", content, section + 4)[0], _MOST_PROPERTIES)
    for number in range(count):
        key, offset = struct.unpack_from("<II", content, section + 8 + 8 * number)
        if key == _LAST_SAVED:
            kind, ticks = struct.unpack_from("<IQ", content, section + offset)
            moment = _EPOCH + timedelta(microseconds=ticks // 10)
            return moment if kind == _FILE_TIME and moment.year in _YEARS else None
    return None
