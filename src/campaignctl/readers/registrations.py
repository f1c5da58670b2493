"""All that sellers sent becomes frames, and a reply for each of them: read, matched, the newest one counting."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

import pandas as pd

from campaignctl.domain.forms import Sheet
from campaignctl.domain.frames import Dtype, shape_of, shaped
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.domain.registrations import Reply
from campaignctl.domain.returns import Answered
from campaignctl.readers.added import added_columns
from campaignctl.readers.books import Book
from campaignctl.readers.cells import Reading
from campaignctl.readers.claims import BY_CONSOLE, Claim, Claims, claims_of
from campaignctl.readers.counting import settle_claims
from campaignctl.readers.grid import Grid, Opened
from campaignctl.readers.parts import Part, frames_of
from campaignctl.readers.places import SheetMap, one_map
from campaignctl.readers.returns import answers
from campaignctl.readers.sent import Sent, absent_sheets, sent_of
from campaignctl.readers.shops import Shops
from campaignctl.workbooks import REGISTRATION

_LISTS = tuple(sheet.key for sheet in REGISTRATION if not sheet.record)


@dataclass(frozen=True, slots=True)
class Registrations:
    """Frames by the key of their sheet, each with ``seller_id``; maps by (file, sheet); ``rows`` read, by file.

    ``added`` has, by the key of a list and row by row as its frame, what sellers wrote in columns of their own;
    ``answers`` are what they wrote on the list of an earlier return.
    """

    frames: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    maps: Mapping[tuple[str, str], SheetMap] = field(default_factory=dict)
    observations: tuple[Observation, ...] = ()
    replies: tuple[Reply, ...] = ()
    rows: Mapping[str, int] = field(default_factory=dict)
    added: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    answers: tuple[Answered, ...] = ()


def registrations_in(grids: Mapping[str, Sequence[Grid]], setup: Book, reading: Reading) -> Registrations:
    """Return what stands in workbooks that are no files, by the names they would have."""
    sent = [sent_of(file, Opened(tuple(sheets)), reading) for file, sheets in grids.items()]
    return registrations_of([each for each in sent if each.parts], setup, reading)


def registrations_of(sent: Sequence[Sent], setup: Book, reading: Reading) -> Registrations:
    """Return what was sent, matched against the Sellers sheet of ``setup``; the frames hold the replies that count."""
    shops = Shops.of(setup.frames["sellers"]) if "sellers" in setup.frames else Shops()
    found = claims_of(sent, shops, _code(setup))
    settle_claims(found, reading.zone)
    counting = _by_file(claim for claim in found.claims if claim.counts)
    read = {sheet.key: _Lines.of(sheet, counting, found) for sheet in REGISTRATION}
    frames = {key: frame for key, lines in read.items() if (frame := lines.frame(reading)) is not None}
    parts = [part for lines in read.values() for part in lines.parts]
    met = [*found.met, *_met_in(counting, parts)]
    maps = _maps(part for each in sent if each.file in counting for part in each.parts)
    rows = dict.fromkeys((each.file for each in sent), 0)
    for part in parts:
        rows[part.where.file] += len(part.raw.rows)
    added = {key: added_columns([part.raw for part in lines.parts]) for key, lines in read.items() if key in _LISTS}
    return Registrations(
        frames, maps, tuple(met), tuple(map(_reply, found.claims)), rows, added, tuple(_answers(counting))
    )


def _answers(counting: Mapping[str, Sequence[Claim]]) -> Iterator[Answered]:
    for file, claims in counting.items():
        yield from answers(file, claims[0].sent.grids, {claim.seller for claim in claims if claim.seller})


def _by_file(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.sent.file, []).append(claim)
    return found


def _code(setup: Book) -> str:
    sheet = setup.frames.get("campaign")
    code = None if sheet is None or sheet.empty else sheet["code"].iloc[0]
    return "" if code is None or pd.isna(code) else str(code)


@dataclass(slots=True)
class _Lines:
    """The parts of one declared sheet that count, and the seller of each of their rows."""

    sheet: Sheet
    parts: list[Part]
    sellers: list[list[str]]

    @classmethod
    def of(cls, sheet: Sheet, counting: Mapping[str, Sequence[Claim]], found: Claims) -> "_Lines":
        """Return what the claims that count, by their file, hold of one sheet."""
        lines = cls(sheet, [], [])
        for claims in counting.values():
            those = [claim for claim in claims if sheet.key not in claim.without]
            for part in claims[0].sent.parts if those else ():
                if part.raw.sheet is sheet:
                    lines.add(part, those, found.sellers.get(id(part)))
        return lines

    def add(self, part: Part, claims: Sequence[Claim], sellers: list[str] | None) -> None:
        """Take in a part: all its rows, or of a console's table those whose sellers' claims count."""
        if sellers is None:
            if all(claim.matched_by == BY_CONSOLE for claim in claims):
                return
            own = next(claim for claim in claims if claim.matched_by != BY_CONSOLE)
            self.parts.append(part)
            self.sellers.append([own.seller] * len(part.raw.rows))
            return
        counting = {claim.seller for claim in claims}
        wanted = [seller in counting for seller in sellers]
        if not all(wanted):
            part.raw.keep(wanted)
        self.parts.append(part)
        self.sellers.append([seller for seller in sellers if seller in counting])

    def frame(self, reading: Reading) -> pd.DataFrame | None:
        """Return the frame of all parts; None when there is no part."""
        if not self.parts:
            return None
        frames = frames_of(self.parts, self.sheet, reading)
        frame = frames[0] if len(frames) == 1 else _together(self.sheet, frames)
        sellers = pd.Series(list(chain.from_iterable(self.sellers)), dtype=Dtype.WORD, index=frame.index)
        return frame.assign(seller_id=sellers.where(sellers != "", pd.NA))


def _together(sheet: Sheet, frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    few = {name: "str" for name, dtype in shape_of(sheet).items() if dtype == Dtype.FEW}
    whole = pd.concat([frame.astype(few) for frame in frames], ignore_index=True)
    return shaped(whole, shape_of(sheet))


def _met_in(counting: Mapping[str, Sequence[Claim]], parts: Sequence[Part]) -> Iterator[Observation]:
    """Yield what is to be told of the files that count, file by file."""
    by_file: dict[str, list[Part]] = {}
    for part in parts:
        by_file.setdefault(part.where.file, []).append(part)
    everyone = [claim for claims in counting.values() for claim in claims]
    sheets = _sheets_by_seller(everyone)
    whole = {claim.seller for claim in everyone if claim.seller and not claim.is_partial}
    for file, claims in counting.items():
        claim, sent = claims[0], claims[0].sent
        yield from sent.met
        yield from (_assumed(file, words) for words in dict.fromkeys(chain(*(each.assumed for each in claims))))
        yield from chain.from_iterable(part.notes.met for part in by_file.get(file, ()))
        added = claim.is_partial and (claim.seller in whole or not claim.seller)
        if claim.matched_by != BY_CONSOLE and not added:
            yield from absent_sheets(sent, sheets.get(claim.seller, frozenset()))


def _assumed(file: str, words: str) -> Observation:
    return Observation(Kind.ASSUMED, Place(file), file.rpartition("/")[2], words)


def _sheets_by_seller(claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for claim in claims:
        if claim.seller:
            found[claim.seller] = found.get(claim.seller, frozenset()) | claim.keys
    return found


def _maps(parts: Iterable[Part]) -> dict[tuple[str, str], SheetMap]:
    tables: dict[tuple[str, str], list[SheetMap]] = {}
    for part in parts:
        tables.setdefault((part.where.file, part.where.name), []).append(part.where)
    return {place: one_map(maps) for place, maps in tables.items()}


def _reply(claim: Claim) -> Reply:
    return Reply(
        file=claim.sent.file,
        seller_id=claim.seller,
        form_id=claim.sent.form_id,
        matched_by=claim.matched_by,
        saved=claim.sent.origin.saved,
        sha256=claim.sent.sha256,
        counts=claim.counts,
        aside=claim.aside,
        assumed=tuple(dict.fromkeys((*claim.assumed, *_read_on_assumption(claim.sent)))),
    )


def _read_on_assumption(sent: Sent) -> Iterator[str]:
    yield from (met.detail for met in sent.met if met.kind is Kind.ASSUMED)
    yield from (said.detail for part in sent.parts for said in part.raw.said if said.kind is Kind.ASSUMED)
