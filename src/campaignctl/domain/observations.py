"""What a reader met in a file, without judging it: a place, what stands there, and what kind of oddity it is."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The oddities a reader can meet; a WBK rule turns each kind into findings."""

    UNREADABLE = "unreadable"  # not a workbook, truncated, over the limits, password
    MISSING_SHEET = "missing_sheet"
    MISSING_COLUMN = "missing_column"
    UNKNOWN_COLUMN = "unknown_column"
    DUPLICATE_COLUMN = "duplicate_column"
    BLANK_REQUIRED = "blank_required"
    EXAMPLE_FILLED = "example_filled"
    UNTOUCHED = "untouched"  # rows of a form filled in beforehand, in which nobody wrote anything
    ERROR_CELL = "error_cell"
    UNCALCULATED = "uncalculated"
    TEXT_NUMBER = "text_number"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_DATE = "not_a_date"
    AMBIGUOUS_DATE = "ambiguous_date"
    WHOLE_DAY_END = "whole_day_end"
    WHOLE_DAY_START = "whole_day_start"
    TOO_PRECISE = "too_precise"
    DAMAGED_ID = "damaged_id"
    NOT_A_CHOICE = "not_a_choice"
    PERCENT_AS_NUMBER = "percent_as_number"
    CURRENCY_MISMATCH = "currency_mismatch"
    TEXT_TOO_LONG = "text_too_long"
    NOT_AN_EMAIL = "not_an_email"
    DST_TIME = "dst_time"
    UNKNOWN_LAYOUT = "unknown_layout"
    NO_SELLER = "no_seller"
    NULLED = "nulled"  # an export's cell that is not blank and became null
    EMPTY = "empty"
    BROKEN_RECORD = "broken_record"  # a record of ours that was edited, or cut off
    # what lies in the folder beside the replies
    OPEN_ELSEWHERE = "open_elsewhere"
    ELSEWHERE = "elsewhere"  # a placeholder or a link: the content is not here
    CONFLICT_COPY = "conflict_copy"
    FOREIGN = "foreign"  # a picture, a mail: nothing that anybody fills
    # what drifted in a form
    ASSUMED = "assumed"  # read, on an assumption that the detail says
    RENAMED_COLUMN = "renamed_column"  # under a heading so much like its own that it was read
    UNCLEAR_COLUMN = "unclear_column"  # could be one of several: not read
    ROW_LEFT_OUT = "row_left_out"  # headings again, a total
    REMARK = "remark"  # a sentence among or below the lines
    HIDDEN = "hidden"  # rows or sheets, read all the same
    SHEET_LEFT_OUT = "sheet_left_out"
    # whose reply it is, and which one counts
    OTHER_CAMPAIGN = "other_campaign"
    IDS_DISAGREE = "ids_disagree"
    NOBODYS = "nobodys"
    SAME_TWICE = "same_twice"
    SUPERSEDED = "superseded"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands. ``file`` is relative to the campaign folder; ``row`` as Excel numbers it."""

    file: str
    sheet: str = ""
    row: int | None = None
    column: str = ""
    cell: str = ""

    @property
    def spot(self) -> str:
        """The cell, or the row or the column where no cell is known; blank for a whole sheet or file."""
        return self.cell or (f"row {self.row}" if self.row else self.column)

    @property
    def words(self) -> str:
        """The place as people look it up: file, sheet and spot."""
        return " ".join(part for part in (self.file, self.sheet, self.spot) if part)


@dataclass(frozen=True, slots=True)
class Observation:
    """One oddity: its kind, its place, the value as it stands there, and what a reader can add."""

    kind: Kind
    place: Place
    value: str = ""
    detail: str = ""
