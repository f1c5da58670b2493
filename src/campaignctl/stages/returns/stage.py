"""One return for every workbook with findings: each seller's own, and the team's set-up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from campaignctl.domain.campaign import Campaign
from campaignctl.domain.findings import Finding, Severity
from campaignctl.domain.returns import Mended, Return, column_heading
from campaignctl.domain.rounds import State, Tracked
from campaignctl.folder.names import file_stem, unused
from campaignctl.readers.campaign_folder import Material
from campaignctl.stages.returns.addressee import Addressee, addressee_of
from campaignctl.stages.returns.besides import besides_of
from campaignctl.stages.returns.discretion import discreet, for_sellers, names_of
from campaignctl.stages.returns.lines import MOST, Answers, lines_of
from campaignctl.stages.returns.marks import MOST as MOST_MARKS
from campaignctl.stages.returns.marks import marks_of
from campaignctl.stages.returns.names import Names
from campaignctl.stages.returns.words import Words

_NOT_READ = "could not be read"
_CURED = frozenset({"WBK116", "WBK201"})
"""What a cure of a cell settles: a percentage without its sign, a number written as text."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """When the campaign was checked (aware), and in which round; None where outputs must not depend on either."""

    as_of: datetime | None = None
    round: int | None = None


def as_new(findings: Iterable[Finding]) -> tuple[Tracked, ...]:
    """Return findings as those of a campaign without rounds."""
    return tuple(Tracked(finding, State.NEW, 1) for finding in findings)


def returns_of(
    campaign: Campaign,
    material: Material,
    tracked: Sequence[Tracked],
    occasion: Occasion,
    mended: Sequence[Mended] = (),
) -> tuple[Return, ...]:
    """Return what goes back, in the order of the files.

    A file in which nothing is open gets no return, nor does a reply that a newer one of its seller stands for.

    A fixed finding is listed in the workbook that its seller has now. ``mended`` are cures that the returned copies
    take; a finding that one of them settles is not listed as open.
    """
    cures: dict[str, list[Mended]] = defaultdict(list)
    for one in mended:
        cures[one.place.file].append(one)
    settled = {(one.place.file, one.place.sheet, one.place.cell) for one in mended}
    by_file = _by_file(material, [one for one in for_sellers(tracked) if not _is_settled(one.finding, settled)])
    known = _Known(
        Words(campaign, occasion.as_of, occasion.round, _asks(material)),
        material,
        {answered.identity: answered for answered in material.answers},
        names_of(material),
    )
    taken: set[str] = set()
    made = []
    for file in _in_order(material, {*by_file, *cures} - _set_aside(material)):
        still = any(one.state is not State.FIXED for one in by_file[file])
        if still or cures[file]:
            made.append(_return(known, file, by_file[file], cures[file], taken))
    return tuple(made)


def _is_settled(finding: Finding, settled: set[tuple[str, str, str]]) -> bool:
    place = finding.place
    return finding.code in _CURED and (place.file, place.sheet, place.cell) in settled


def _set_aside(material: Material) -> set[str]:
    """Return the files that hold replies, none of which counts: their sellers sent a newer one."""
    counting = {reply.file for reply in material.replies if reply.counts}
    return {reply.file for reply in material.replies if reply.seller_id} - counting


def _in_order(material: Material, files: set[str]) -> list[str]:
    read = [entry.file for entry in material.inputs if entry.file in files]
    return [*read, *sorted(files.difference(read))]


def _by_file(material: Material, tracked: Sequence[Tracked]) -> dict[str, list[Tracked]]:
    """Return findings by the file they stand in now: what is fixed stands where its seller's reply does."""
    forms = material.frames["registration"].dropna(subset=["seller_id"])
    now = dict(zip(forms["seller_id"].astype(str), forms["file"].astype(str), strict=True))
    now |= {reply.seller_id: reply.file for reply in material.replies if reply.counts and reply.seller_id}
    found: dict[str, list[Tracked]] = defaultdict(list)
    for one in tracked:
        file = one.finding.place.file
        if one.state is State.FIXED:
            file = now.get(one.finding.about.seller, file) if file.startswith("registrations/") else file
        found[file].append(one)
    return found


@dataclass(frozen=True, slots=True)
class _Known:
    """What every return of a round draws on."""

    words: Words
    material: Material
    answers: Answers
    names: Names


def _return(known: _Known, file: str, tracked: Sequence[Tracked], mended: Sequence[Mended], taken: set[str]) -> Return:
    words, material = known.words, known.material
    to = addressee_of(material, file)
    tracked = discreet(tracked, known.names, material, file, to)
    lines = lines_of(tracked, mended, known.answers)
    ready, rows = _ready(material, file, tracked, to)
    marks = marks_of(tracked)
    return Return(
        name=unused(file_stem(to.stem), taken),
        source=file,
        title=words.title(lines, to),
        context=words.context(to),
        tiles=words.tiles(lines, ready, rows, to),
        lines=lines,
        marks=marks,
        besides=besides_of(material, file, tracked, column_heading(words.day)),
        cures=tuple(one.cure for one in mended),
        footer=(*_left_out(tracked, len(lines), len(marks)), *words.footer(lines, to)),
        campaign=words.campaign.code or words.campaign.name,
        round=words.round,
        sealed="" if any(name == file for name, _ in material.maps) else _NOT_READ,
    )


def _left_out(tracked: Sequence[Tracked], lines: int, marks: int) -> tuple[str, ...]:
    """Say what a workbook with very many findings does not show."""
    said = []
    if lines == MOST and len(tracked) > MOST:
        said.append(f"The first {MOST:,} of {len(tracked):,} findings are listed.")
    if marks == MOST_MARKS:
        said.append(f"The first {MOST_MARKS:,} cells are coloured.")
    return tuple(said)


def _ready(material: Material, file: str, tracked: Sequence[Tracked], to: Addressee) -> tuple[int, int]:
    """Return how many rows have no error, and how many there are: products of a seller, any row of the set-up."""
    keys = [where.sheet.key for (name, _), where in material.maps.items() if name == file and not where.sheet.record]
    frames = [material.frames[key] for key in keys if to.is_team or key == "sku_lines"]
    own = [frame.loc[frame["file"].eq(file).to_numpy(dtype=bool, na_value=False), ["sheet", "row"]] for frame in frames]
    rows = {(str(sheet), int(row)) for frame in own for sheet, row in frame.itertuples(index=False) if not pd.isna(row)}
    wrong = {
        (one.finding.place.sheet, one.finding.place.row)
        for one in tracked
        if one.state is not State.FIXED and one.finding.severity is Severity.ERROR
    }
    return len(rows - wrong), len(rows)


def _asks(material: Material) -> str:
    rows: Mapping[str, object] = (
        {} if material.frames["campaign"].empty else material.frames["campaign"].iloc[0].to_dict()  # type: ignore[assignment]
    )
    return ", ".join(str(rows[key]) for key in ("owner", "reply_to") if key in rows and not pd.isna(rows[key]))  # type: ignore[call-overload]
