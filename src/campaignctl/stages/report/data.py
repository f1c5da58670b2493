"""Data quality: every file the report rests on, how much of it was usable, and what is missing."""

from collections.abc import Sequence

from campaignctl.domain.document import (
    Cell,
    Column,
    Findings,
    Input,
    Mark,
    Part,
    Section,
    Sentence,
    Table,
    Text,
    say,
)
from campaignctl.domain.findings import Finding
from campaignctl.domain.formats import Format
from campaignctl.domain.observations import Kind
from campaignctl.metrics.ledger import TOTAL, At
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import GAPS, OTHERS, ROWS, UNUSABLE, USABLE
from campaignctl.stages.report.phrases import capital
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.targets import WHOLE_TARGET

MOST_ROWS = 8
NEARLY_ALL = 0.999
"""A larger share would be written 100.0%, which is not true of it."""
SPOILT = {Kind.NULLED, Kind.NOT_A_NUMBER, Kind.NOT_A_DATE, Kind.ERROR_CELL, Kind.DAMAGED_ID, Kind.NO_SELLER}
WORDS = {
    Kind.NULLED: "some cells could not be read",
    Kind.NOT_A_NUMBER: "some numbers could not be read",
    Kind.NOT_A_DATE: "some dates could not be read",
    Kind.ERROR_CELL: "some cells hold errors",
    Kind.DAMAGED_ID: "some IDs are damaged",
    Kind.NO_SELLER: "some rows name no seller",
    Kind.MISSING_COLUMN: "a column is missing",
    Kind.UNREADABLE: "the file cannot be read",
    Kind.UNKNOWN_LAYOUT: "the layout is not known, so it was left out",
}
_HEADS = (
    Column("file", "File"),
    Column("rows", "Rows read", Format.COUNT),
    Column("usable", "Usable", Format.PERCENT),
    Column("what", "What it means"),
)
SLUGS = Slugs(
    sections=("data",),
    tables={"data": ("file", "rows", "usable", "what"), "data-files": ("file", "rows", "usable", "what")},
    paragraphs=("data-notes",),
)


def data(basis: Basis, found: Sequence[Finding]) -> Section:
    """Return the files with their rows, and the findings about them."""
    files = _enter(basis)
    worst = sorted(files, key=lambda file: (_what(basis, file.file) == "complete", -file.rows, file.file))
    brief = worst[:MOST_ROWS] if len(worst) > MOST_ROWS + 1 else worst
    listed = tuple(sorted([*found, *basis.inputs.findings], key=lambda finding: finding.order))
    parts: tuple[Part, ...] = (
        _table(basis, "data", brief, worst[len(brief) :]),
        _table(basis, "data-files", sorted(files, key=lambda file: file.file), ()),
        *([Findings("data-findings", listed)] if listed else []),
        Text("data-notes", _notes(basis)),
    )
    context = say("{name} · as of {as_of}", name=basis.inputs.campaign.name, as_of=basis.as_of_words)
    source = say("Checksums of all files stand in figures.json.")
    return Section("data", "Data quality", capital(usable(basis)), context, parts, source, method=True)


def usable(basis: Basis) -> Sentence:
    """Return ``99.6% of rows read were usable; 2 gaps remain``, to stand within a sentence."""
    left = basis.ledger.value(GAPS.id) or 0
    tail = "no gap remains" if not left else "{gaps.total} gap remains" if left == 1 else "{gaps.total} gaps remain"
    share = basis.ledger.value(USABLE.id)
    if share is None:
        return say(f"no rows were read; {tail}")
    if share == 1:
        return say(f"all {{rows.total}} rows read were usable; {tail}")
    if share > NEARLY_ALL:
        return say(f"all but {{unusable_rows.total}} of {{rows.total}} rows read were usable; {tail}")
    return say(f"{{usable_rows.total}} of rows read were usable; {tail}")


def _enter(basis: Basis) -> list[Input]:
    """Enter rows and usable share of every file and of all together."""
    bad = {
        (o.place.file, o.place.sheet, o.place.row)
        for o in basis.inputs.observations
        if o.kind in SPOILT and o.place.row
    }
    spoilt = {file.file: sum(name == file.file for name, _, _ in bad) for file in basis.inputs.inputs}
    for file in basis.inputs.inputs:
        at = At("file", file.file)
        basis.ledger.enter(ROWS, file.rows, at)
        share = 1 - spoilt[file.file] / file.rows if file.rows else None
        basis.ledger.enter(USABLE, share, at, reason="" if file.rows else "the file holds no rows")
    rows = sum(file.rows for file in basis.inputs.inputs)
    basis.ledger.enter(ROWS, rows)
    basis.ledger.enter(UNUSABLE, sum(spoilt.values()))
    share = 1 - sum(spoilt.values()) / rows if rows else None
    basis.ledger.enter(USABLE, share, reason="" if rows else "no rows were read")
    return list(basis.inputs.inputs)


def _what(basis: Basis, file: str) -> str:
    kinds = {o.kind for o in basis.inputs.observations if o.place.file == file}
    said = [words for kind, words in WORDS.items() if kind in kinds]
    return "; ".join(said) or "complete"


def _table(basis: Basis, slug: str, shown: Sequence[Input], rest: Sequence[Input]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    marks: dict[tuple[int, str], Mark] = {}
    for number, file in enumerate(shown):
        at, what = At("file", file.file), _what(basis, file.file)
        rows.append((file.file, basis.ref(ROWS.id, at), basis.ref(USABLE.id, at), what))
        marks[number, "what"] = Mark.NEUTRAL if what == "complete" else Mark.BAD
    if rest:
        count = basis.ledger.enter(OTHERS, len(rest), At("files"))
        at, rows_of = At("other-files"), sum(file.rows for file in rest)
        basis.ledger.enter(ROWS, rows_of, at)
        good = sum(file.rows * float(basis.ledger.value(USABLE.id, At("file", file.file)) or 0) for file in rest)
        reason = "" if rows_of else "the files hold no rows"
        basis.ledger.enter(USABLE, good / rows_of if rows_of else None, at, reason=reason)
        what = "complete" if all(_what(basis, file.file) == "complete" for file in rest) else "not all complete"
        rows.append((f"{count.words} others", basis.ref(ROWS.id, at), basis.ref(USABLE.id, at), what))
    total = ("All files", basis.ref(ROWS.id, TOTAL), basis.ref(USABLE.id, TOTAL), None)
    return Table(slug, _HEADS, tuple(rows), total if len(rows) > 1 else None, marks, empty="No files were read")


def _notes(basis: Basis) -> tuple[Sentence, ...]:
    """Say what the reader of any figure has to know about it."""
    notes = [say("Missing is written n/a, none as –; neither is ever counted as zero.")]
    if basis.inputs.listed is None:
        notes.append(say("No registrations were read, so GMV counts whole shops."))
    elif basis.inputs.scope.counts_registered:
        notes.append(say("GMV counts registered SKUs; the figure of whole shops stands beside it."))
    else:
        notes.append(say("GMV counts whole shops; the figure of registered SKUs stands beside it."))
    if basis.has_lines and basis.inputs.lock is None:
        notes.append(say("Nothing was locked, so nothing says which prices, stocks and slots were promised."))
    if not basis.periods.is_over:
        notes.append(
            say(
                "The campaign still runs: figures, targets and baseline are of the part up to {at}.",
                at=basis.as_of_words,
            )
        )
    if basis.ledger.value("gmv", TOTAL.on(WHOLE_TARGET)) is not None:
        notes.append(say("The whole GMV target is {gmv.total@whole_target}."))
    return tuple(notes)
