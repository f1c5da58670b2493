"""One file becomes one part for each of its sheets that a layout fits, and observations for everything else."""

from collections.abc import Sequence
from pathlib import Path

from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.marketplaces.layouts import Known
from campaignctl.readers.exports.parts import FileRead, Task
from campaignctl.readers.exports.recognise import Match, recognise, strangers
from campaignctl.readers.exports.sheets import SheetWork
from campaignctl.readers.exports.sources import Sheet, text_sheet, workbook_sheets
from campaignctl.readers.preflight import Refusal, preflight
from campaignctl.readers.sniff import Text, Unfit, sniff


def read_file(task: Task) -> FileRead:
    """Read one export file; whatever is wrong with it ends in an observation, never in an error."""
    opened = _opened(task.found.path)
    if isinstance(opened, Unfit):
        kind = Kind.EMPTY if opened.empty else Kind.UNREADABLE
        return FileRead((), (Observation(kind, Place(task.found.name), task.found.path.name, opened.why),))
    sheets, text = opened
    told = [(sheet, recognise(sheet.head, task.layouts, task.found.name, sheet.name)) for sheet in sheets]
    matches = [(sheet, match) for sheet, match in told if isinstance(match, Match)]
    if not matches:
        return FileRead((), (_unknown(task, told),))
    task.scratch.mkdir()
    reads = [SheetWork(task, sheet, match, text, number).read() for number, (sheet, match) in enumerate(matches)]
    return FileRead(
        tuple(part for read in reads for part in read.parts),
        tuple(observation for read in reads for observation in read.observations),
    )


def _opened(path: Path) -> tuple[tuple[Sheet, ...], Text | None] | Unfit:
    """Return the sheets of a file; a text file is one sheet."""
    try:
        kind = sniff(path)
        if isinstance(kind, Unfit):
            return kind
        if isinstance(kind, Text):
            return (text_sheet(path, kind),), kind
        passed = preflight(path)
        sheets = Unfit(passed.why) if isinstance(passed, Refusal) else workbook_sheets(path)
    except OSError as error:
        return Unfit(f"cannot be opened: {error.strerror or error}")
    if isinstance(sheets, Unfit):
        return sheets
    return (sheets, None) if sheets else Unfit("has no visible sheet", empty=True)


def _unknown(task: Task, told: Sequence[tuple[Sheet, Match | Known | None]]) -> Observation:
    """Name an export that is known and not read, or say what the file is most like."""
    for sheet, known in told:
        if isinstance(known, Known):
            place = Place(task.found.name, sheet.name)
            return Observation(Kind.UNKNOWN_LAYOUT, place, task.found.path.name, f"is the {known.title}: {known.says}")
    filled = [sheet for sheet, _ in told if any(cell.strip() for row in sheet.head for cell in row)]
    if not filled:
        return Observation(Kind.EMPTY, Place(task.found.name), task.found.path.name, "is empty")
    place = Place(task.found.name, filled[0].name)
    why = strangers(filled[0].head, task.layouts)
    return Observation(Kind.UNKNOWN_LAYOUT, place, task.found.path.name, why)
