"""Data quality: every file the report rests on, how much of it was usable, and what is missing."""

import re
from collections.abc import Iterator, Sequence

from campaignctl.domain.document import Findings, Input, Part, Section, Text
from campaignctl.domain.findings import Finding
from campaignctl.domain.formats import Format
from campaignctl.domain.observations import Kind
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Cell, Column, Mark, Table
from campaignctl.metrics.ledger import TOTAL, At
from campaignctl.metrics.measures import Table as Measured
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.counts import GAPS, OTHERS, ROWS, UNUSABLE, USABLE
from campaignctl.stages.report.phrases import capital
from campaignctl.stages.report.provisional import is_provisional
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.targets import WHOLE_TARGET
from campaignctl.stages.report.times import day_words

MOST_ROWS, MOST_GAPS = 8, 3
COMPLETE, OTHER, NO_FILES = "complete", "others", "No files were read"
NEARLY_ALL = 0.999
"""A larger share would be written 100%, which is not true of it."""
WOULD_ADD = {
    Measured.SETTLEMENTS: "settlements (payouts and fees)",
    Measured.ADS: "ads reports",
    Measured.VIDEOS: "video lists",
    Measured.AFFILIATE_ORDERS: "affiliate orders",
}
"""What shops may hand in beside their orders, as a shop would know it."""
SPOILT = {
    Kind.NULLED,
    Kind.CURRENCY_MISMATCH,
    Kind.NOT_A_NUMBER,
    Kind.NOT_A_DATE,
    Kind.ERROR_CELL,
    Kind.DAMAGED_ID,
    Kind.NO_SELLER,
}
LEFT_OUT = "some rows were left out"
WORDS = {
    Kind.NULLED: "some cells could not be read",
    Kind.CURRENCY_MISMATCH: "amounts are in another currency",
    Kind.NOT_A_NUMBER: "some numbers could not be read",
    Kind.NOT_A_DATE: "some dates could not be read",
    Kind.ERROR_CELL: "some cells hold errors",
    Kind.DAMAGED_ID: "some IDs are damaged",
    Kind.NO_SELLER: "some rows name no seller",
    Kind.MISSING_COLUMN: "a column is missing",
    Kind.UNREADABLE: "the file cannot be read",
    Kind.EMPTY: "the file holds no rows",
    Kind.UNKNOWN_LAYOUT: "the layout is not known, so it was left out",
}
_HEADS = (
    Column("file", "File"),
    Column("rows", "Rows read", Format.COUNT),
    Column("usable", "Usable", Format.PERCENT),
    Column("what", "What it means"),
)
UNTOLD = (
    "The campaign is told in sums, not in orders: prices paid, stock kept, promotions by price, hours and unpaid orders"
    " cannot be told."
)
SLUGS = Slugs(
    sections=("data",),
    tables={"data": ("file", "rows", "usable", "what"), "data-files": ("file", "rows", "usable", "what")},
    paragraphs=("data-notes", "data-open"),
)


def data(basis: Basis, found: Sequence[Finding]) -> Section:
    """Return the files with their rows, and the findings about them."""
    files = _enter(basis)
    worst = sorted(files, key=lambda file: (_what(basis, file.file) == COMPLETE, -file.rows, file.file))
    listed = tuple(sorted([*found, *basis.inputs.findings], key=lambda finding: finding.order))
    parts: tuple[Part, ...] = (
        _by_kind(basis, worst),
        _table(basis, sorted(files, key=lambda file: file.file)),
        *([Findings("data-findings", listed)] if listed else []),
        Text("data-notes", _notes(basis)),
        *_open(basis, found),
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
        if o.kind in {*SPOILT, Kind.UNREADABLE} and o.place.row
    }
    spoilt = {file.file: sum(name == file.file for name, _, _ in bad) for file in basis.inputs.inputs}
    for file in basis.inputs.inputs:
        at = At("file", file.file)
        basis.ledger.enter(ROWS, file.rows, at)
        share = max(0, 1 - spoilt[file.file] / file.rows) if file.rows else None
        basis.ledger.enter(USABLE, share, at, reason="" if file.rows else "the file holds no rows")
    rows = sum(file.rows for file in basis.inputs.inputs)
    basis.ledger.enter(ROWS, rows)
    basis.ledger.enter(UNUSABLE, sum(spoilt.values()))
    share = max(0, 1 - sum(spoilt.values()) / rows) if rows else None
    basis.ledger.enter(USABLE, share, reason="" if rows else "no rows were read")
    return list(basis.inputs.inputs)


def _what(basis: Basis, file: str) -> str:
    met = [o for o in basis.inputs.observations if o.place.file == file]
    lost = [LEFT_OUT] if any(o.kind is Kind.UNREADABLE and o.place.row for o in met) else []
    kinds = {o.kind for o in met if o.kind is not Kind.UNREADABLE or not o.place.row}
    said = lost + [words for kind, words in WORDS.items() if kind in kinds]
    return "; ".join(said) or COMPLETE


def _table(basis: Basis, shown: Sequence[Input]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    marks: dict[tuple[int, str], Mark] = {}
    for number, file in enumerate(shown):
        at, what = At("file", file.file), _what(basis, file.file)
        rows.append((file.file, basis.ref(ROWS.id, at), basis.ref(USABLE.id, at), what))
        marks[number, "what"] = Mark.NEUTRAL if what == COMPLETE else Mark.BAD
    return Table("data-files", _HEADS, tuple(rows), _total(basis, rows), marks, empty=NO_FILES)


def _total(basis: Basis, rows: Sequence[object]) -> tuple[Cell, ...] | None:
    whole = ("All files", basis.ref(ROWS.id, TOTAL), basis.ref(USABLE.id, TOTAL), None)
    return whole if len(rows) > 1 else None


def _by_kind(basis: Basis, files: Sequence[Input]) -> Table:
    """Return the files of one kind in one row: a campaign has dozens that hold the same of many shops."""
    kinds: dict[str, list[Input]] = {}
    for file in files:
        kinds.setdefault(_kind(file.file), []).append(file)
    ranked = sorted(kinds.items(), key=lambda item: _weight(basis, item[1]))
    shown = dict(ranked[: MOST_ROWS - 1])
    if rest := [file for _, held in ranked[MOST_ROWS - 1 :] for file in held]:
        shown[OTHER] = rest
    rows = tuple(_of_kind(basis, kind, held) for kind, held in shown.items())
    marks = {(n, "what"): Mark.NEUTRAL if row[-1] == COMPLETE else Mark.BAD for n, row in enumerate(rows)}
    return Table("data", _HEADS, rows, _total(basis, files), marks, empty=NO_FILES)


def _kind(file: str) -> str:
    """Return what files of the same kind share: the name without its dates and numbers, or the folder of forms."""
    folder, _, name = file.rpartition("/")
    if not folder.startswith("exports"):
        return folder or name
    return re.sub(r"[\W\d_]+$", "", name.rpartition(".")[0]) or name


def _of_kind(basis: Basis, kind: str, held: Sequence[Input]) -> tuple[Cell, ...]:
    at, rows = At("files", kind), sum(file.rows for file in held)
    basis.ledger.enter(ROWS, rows, at)
    good = sum(file.rows * float(basis.ledger.value(USABLE.id, At("file", file.file)) or 0) for file in held)
    reason = "" if rows else "the files hold no rows"
    basis.ledger.enter(USABLE, good / rows if rows else None, at, reason=reason)
    count = basis.ledger.enter(OTHERS, len(held), at)
    many = say(f"{{kind}}, {{{count.id}}} files", kind=kind)
    name: Cell = many if len(held) > 1 else held[0].file.rpartition("/")[2]
    whats = {_what(basis, file.file) for file in held} - {COMPLETE}
    what = COMPLETE if not whats else whats.pop() if len(whats) == 1 else "not all complete"
    return (name, basis.ref(ROWS.id, at), basis.ref(USABLE.id, at), what)


def _weight(basis: Basis, held: Sequence[Input]) -> tuple[bool, int]:
    """Rank what is not complete first, then what has most rows."""
    return all(_what(basis, file.file) == COMPLETE for file in held), -sum(file.rows for file in held)


def _open(basis: Basis, found: Sequence[Finding]) -> Iterator[Text]:
    """Yield what is still to come and which gaps there are, in a few words for a slide."""
    said = []
    if basis.has_lines and is_provisional(basis):
        said.append(_returns(basis))
    said += [finding.message for finding in found[:MOST_GAPS]]
    if said:
        told = Sentence((". ".join(one[:1].upper() + one[1:] for one in said),))
        more = say(". {gaps.total} gaps in all, see sheet Data quality") if len(found) > MOST_GAPS else Sentence()
        yield Text("data-open", (joined(told, more, say(".")),))


def _returns(basis: Basis) -> str:
    """Return until when figures are provisional, and what to do then."""
    final = basis.inputs.campaign.figures_final
    if final is None:
        return "refunds may still come: nobody said when figures are final (Campaign, Figures final on)"
    return f"refunds run until {day_words(final)}; run the report again then"


def _notes(basis: Basis) -> tuple[Sentence, ...]:
    """Say what the reader of any figure has to know about it."""
    notes = [say("Missing is written n/a, none as –; neither is ever counted as zero.")]
    if basis.inputs.listed is None:
        notes.append(say("No registrations were read, so GMV counts whole shops."))
    elif basis.inputs.scope.registered is None:
        notes.append(say("The sums do not say which SKU they are of, so GMV counts whole shops."))
    elif basis.inputs.scope.counts_registered:
        notes.append(say("GMV counts registered SKUs; the figure of whole shops stands beside it."))
    else:
        notes.append(say("GMV counts whole shops; the figure of registered SKUs stands beside it."))
    if not basis.tells_orders:
        notes.append(say(UNTOLD))
    if basis.has_lines and basis.tells_orders and basis.inputs.lock is None:
        notes.append(say("Nothing was locked, so nothing says which prices, stocks and slots were promised."))
    if basis.has_lines and (absent := [words for name, words in WOULD_ADD.items() if name not in basis.inputs.beside]):
        notes.append(say("Not handed in: {absent}; each would add a page.", absent=", ".join(absent)))
    if basis.days and not basis.periods.is_over:
        words = "The {subject} is not over: figures, targets and baseline are of the part up to {at}."
        notes.append(say(words, subject=basis.subject, at=basis.as_of_words))
    if basis.has_lines and is_provisional(basis):
        words = "Net GMV, cancelled and refunded are provisional, so they are not set against earlier days; {returns}."
        notes.append(say(words, returns=_returns(basis)))
    if basis.ledger.value("gmv", TOTAL.on(WHOLE_TARGET)) is not None:
        notes.append(say("The whole GMV target is {gmv.total@whole_target}."))
    return tuple(notes)
