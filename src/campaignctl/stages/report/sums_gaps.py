"""What is to be said of sums: those that do not count, since others hold the same sales, and what days cannot tell."""

from collections.abc import Iterator
from datetime import date

from campaignctl.domain.findings import Finding, Severity
from campaignctl.domain.observations import Place
from campaignctl.domain.wording import listed
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.taken_sums import LeftOut, Summed
from campaignctl.stages.report.times import day_words, moment_words

NAMES = {
    "DAT116": "sums-beside-orders",
    "DAT117": "sums-at-two-cuts",
    "DAT118": "sums-of-no-seller",
    "DAT119": "day-cut-in-two",
    "DAT120": "days-of-another-zone",
    "DAT121": "sums-below-zero",
    "DAT122": "seller-not-on-the-sheet",
    "DAT123": "sums-without-orders",
}
_NOTES = {"DAT116", "DAT117", "DAT123"}
MOST_NAMES = 3


def sums_gaps(basis: Basis) -> Iterator[Finding]:
    """Yield the findings about sums; none where a report rests on orders alone."""
    told = basis.inputs.summed
    if told is not None:
        yield from _twice(told)
        yield from _days(basis, told)
        yield from _odd(told)
        if not basis.tells_orders:
            message = "the campaign is told in sums, so nothing is said of prices paid, stock, hours and unpaid orders"
            fix = "Export the orders of the campaign too; cost and return need List value and both discounts."
            yield _gap("DAT123", _place(told.files), message, fix)


def _gap(code: str, place: Place, message: str, fix: str) -> Finding:
    severity = Severity.NOTE if code in _NOTES else Severity.WARNING
    return Finding(code, NAMES[code], severity, place, "", message, fix)


def _place(files: tuple[str, ...]) -> Place:
    return Place(files[0] if len(files) == 1 else "exports")


def _twice(told: Summed) -> Iterator[Finding]:
    """Rows that hold sales which other rows hold too."""
    if told.beside_orders is not None:
        which = _which(told.beside_orders)
        message = f"{which} of days of which the shop's orders are there as well; the orders count"
        yield _gap("DAT116", _place(told.beside_orders.files), message, "Nothing; or take the sums out of the folder.")
    if told.at_other_cuts is not None:
        which = _which(told.at_other_cuts)
        message = f"{which} of days that others cut finer; they are not added, for both hold the same sales"
        yield _gap("DAT117", _place(told.at_other_cuts.files), message, "Nothing, if they are totals of the others.")
    if told.totals is not None:
        which = _which(told.totals)
        message = f"{which} without a seller beside others with one; taken for totals, they are not added"
        fix = "Name the seller in each row, or leave the totals out."
        yield _gap("DAT118", _place(told.totals.files), message, fix)


def _days(basis: Basis, told: Summed) -> Iterator[Finding]:
    if told.stretched:
        message = "the campaign starts or ends within a day, which sums by day cannot cut; a day counts where it ends"
        yield _gap("DAT119", _place(told.files), message, "Sum by hour, or export the orders.")
    if told.moved is not None:
        asked, taken = (moment_words(at, basis.inputs.zone) for at in (told.moved, basis.inputs.as_of))
        message = f"sums by day cannot be cut at {asked}; the report is as of {taken}"
        yield _gap("DAT119", _place(told.files), message, "Sum by hour, or export the orders.")
    if told.other_zone:
        message = (
            f"days begin at another hour than midnight in {basis.inputs.zone.key}: they are those of another zone, and"
            " count as the local day that most of each lies in"
        )
        yield _gap("DAT120", _place(told.other_zone), message, "Sum by the days of the campaign's own time zone.")


def _odd(told: Summed) -> Iterator[Finding]:
    if told.below_zero is not None:
        message = f"{_which(told.below_zero)} below zero, which sales cannot be, and count as they stand"
        fix = "Look whether returns are taken off; they belong into a column of their own."
        yield _gap("DAT121", _place(told.below_zero.files), message, fix)
    if told.strangers:
        names = [name[:40] for name in told.strangers[:MOST_NAMES]]
        more = len(told.strangers) - len(names)
        shown = listed([*names, f"{more:,} more"] if more else names)
        message = f"sums name {shown}, which the sheet Sellers does not have; they do not count"
        yield _gap("DAT122", _place(told.files), message, "Name sellers by the ids of the sheet Sellers.")


def _which(rows: LeftOut) -> str:
    first, last = (day_words(date.fromisoformat(day)) for day in (rows.first, rows.last))
    days = first if first == last else f"{first} to {last}"
    return f"1 row of sums ({days}) is" if rows.rows == 1 else f"{rows.rows:,} rows of sums ({days}) are"
