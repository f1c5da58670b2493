"""The words around a list: what remains as its title, whose workbook it is and until when, the tiles, what to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from campaignctl.domain.campaign import Campaign
from campaignctl.domain.returns import Line, Standing, Tile
from campaignctl.domain.times import zone_words
from campaignctl.domain.wording import counted
from campaignctl.stages.returns.addressee import Addressee

_PLURAL = {Standing.ERROR: "errors", Standing.WARNING: "warnings", Standing.NOTE: "notes"}
_WITHDRAW = "To withdraw a line, choose Withdraw in its column Line; do not delete the row."


@dataclass(frozen=True, slots=True)
class Words:
    """What all returns of one run share; ``asks`` is whom sellers ask, blank when nobody is named."""

    campaign: Campaign
    as_of: datetime | None
    round: int | None
    asks: str

    @property
    def day(self) -> str:
        """The day of the check, ``13 Nov``; blank when outputs must not depend on it."""
        if self.as_of is None:
            return ""
        local = self.as_of.astimezone(ZoneInfo(self.campaign.zone))
        return f"{local.day} {local:%b}"

    def context(self, to: Addressee) -> str:
        """Return whose workbook it is, when it was checked, and until when it is awaited."""
        checked = f"checked {self._moment(self.as_of)}" if self.as_of else ""
        number = f"round {self.round}" if self.round else ""
        late = to.until is not None and self.as_of is not None and to.until < self.as_of
        back = f"{'was due' if late else 'please return by'} {self._moment(to.until)}" if to.until else ""
        return " · ".join(part for part in (to.who, ", ".join(filter(None, (checked, number))), back) if part)

    def _moment(self, moment: datetime) -> str:
        local = moment.astimezone(ZoneInfo(self.campaign.zone))
        return f"{local:%a} {local.day} {local:%b %Y %H:%M} {zone_words(self.campaign.zone)}"

    def title(self, lines: Sequence[Line], to: Addressee) -> str:
        """Return what remains, in one sentence."""
        aim = "launch" if to.is_team else "you can be confirmed"
        errors, warnings = _places(lines, Standing.ERROR), _places(lines, Standing.WARNING)
        if errors:
            return f"{_things(errors)} to mend before {aim}"
        if warnings:
            return f"Nothing must be mended; {_things(warnings)} to look at"
        return "Nothing must be mended"

    def tiles(self, lines: Sequence[Line], ready: int, rows: int, to: Addressee) -> tuple[Tile, ...]:
        """Return the counts: errors, warnings, what is fixed (or mended, or noted), and the rows without an error."""
        errors, warnings = _count(lines, Standing.ERROR), _count(lines, Standing.WARNING)
        tiles = [
            Tile(f"{errors:,}", f"▲ {_word(errors, Standing.ERROR)}: must be mended", Standing.ERROR),
            Tile(f"{warnings:,}", f"~ {_word(warnings, Standing.WARNING)}: please look", Standing.WARNING),
            self._third(lines),
        ]
        things = "row" if to.is_team else "product"
        if rows:
            are = f"{things} is ready" if rows == 1 else f"{things}s are ready"
            tiles.append(Tile(f"{ready:,} of {rows:,}", are, None))
        return tuple(tiles)

    def _third(self, lines: Sequence[Line]) -> Tile:
        fixed, mended = _count(lines, Standing.FIXED), _count(lines, Standing.MENDED)
        notes = _count(lines, Standing.NOTE)
        if self.round and self.round > 1:
            return Tile(f"{fixed:,}", f"✓ fixed since round {self.round - 1}", Standing.FIXED)
        if mended:
            return Tile(f"{mended:,}", "✓ mended in this copy", Standing.MENDED)
        return Tile(f"{notes:,}", f"i {_word(notes, Standing.NOTE)}: good to know", Standing.NOTE)

    def footer(self, lines: Sequence[Line], to: Addressee) -> tuple[str, ...]:
        """Return what to do with the list."""
        mended = _count(lines, Standing.MENDED)
        kept = "Values, formats and formulas are as they were"
        kept += f", but for the {_things(mended)} named as mended" if mended else ""
        if to.is_team:
            return (f"Click a cell address to jump to it. {kept}.",)
        ask = f" Questions: {self.asks}." if self.asks else ""
        withdrawing = any("withdraw" in line.fix.casefold() for line in lines if line.standing is not Standing.FIXED)
        return (
            f"Click a cell address to jump to it.{ask} Once the errors are gone you receive a confirmation by e-mail.",
            f"{kept}. Correct the cells in place and send the same file back; this sheet may stay.",
            *((_WITHDRAW,) if withdrawing else ()),
        )


def _count(lines: Sequence[Line], standing: Standing) -> int:
    return sum(line.standing is standing for line in lines)


def _places(lines: Sequence[Line], standing: Standing) -> int:
    """Return at how many places lines of a standing are; one that speaks of no cell is a place of its own."""
    return len({(line.sheet, line.cell or line.key) for line in lines if line.standing is standing})


def _things(number: int) -> str:
    return counted(number, "cell")


def _word(number: int, standing: Standing) -> str:
    return standing.value if number == 1 else _PLURAL[standing]
