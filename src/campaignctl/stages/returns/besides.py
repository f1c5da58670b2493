"""The findings column of each list sheet with findings: beside every row, which rules it breaks, or none."""

from collections import defaultdict
from collections.abc import Sequence

from campaignctl.domain.findings import Finding
from campaignctl.domain.forms import DATA_ROW, HEADER_ROW
from campaignctl.domain.returns import SIGNS, Beside, Standing
from campaignctl.domain.rounds import State, Tracked
from campaignctl.readers.campaign_folder import Material

_ROWS_WITH_EVERY_WORD = 5_000
"""Rows up to which a row without findings says so; a larger sheet speaks of the others only."""

_LONGEST = 200
_GUIDES = ("filled by campaignctl", "example, not read")


def besides_of(material: Material, file: str, tracked: Sequence[Tracked], heading: str) -> tuple[Beside, ...]:
    """Return the findings columns of one workbook."""
    by_sheet: dict[str, dict[int, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for one in tracked:
        place = one.finding.place
        if one.state is not State.FIXED and place.row:
            by_sheet[place.sheet][place.row].append(one.finding)
    found = (_beside(material, file, sheet, rows, heading) for sheet, rows in by_sheet.items())
    return tuple(beside for beside in found if beside)


def _beside(
    material: Material, file: str, sheet: str, findings: dict[int, list[Finding]], heading: str
) -> Beside | None:
    where = material.maps.get((file, sheet))
    if where is None or where.sheet.record:
        return None
    below = {row: of_row for row, of_row in findings.items() if row > where.header_row}
    if not below:
        return None
    rows = _rows(material, file, sheet, where.sheet.key)
    first = min([*rows, *below])
    guides = [(where.header_row + 1 + at, None, words) for at, words in enumerate(_GUIDES)]
    has_guides = first - where.header_row >= DATA_ROW - HEADER_ROW
    told = [(row, *_words(of_row)) for row, of_row in below.items()]
    clear = [] if len(rows) > _ROWS_WITH_EVERY_WORD else [row for row in rows if row not in below]
    told += [(row, Standing.CLEAR, SIGNS[Standing.CLEAR]) for row in clear]
    return Beside(sheet, where.header_row, heading, tuple(sorted([*(guides if has_guides else ()), *told])))


def _rows(material: Material, file: str, sheet: str, key: str) -> list[int]:
    frame = material.frames[key]
    own = frame["file"].eq(file) & frame["sheet"].eq(sheet)
    return [int(row) for row in frame.loc[own.to_numpy(dtype=bool, na_value=False), "row"].dropna()]


def _words(findings: Sequence[Finding]) -> tuple[Standing, str]:
    ordered = sorted(findings, key=lambda finding: finding.order)
    said = dict.fromkeys(f"{_sign(finding)} {finding.code} {finding.name.replace('-', ' ')}" for finding in ordered)
    text = "; ".join(said)
    return Standing.of(ordered[0].severity), text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _sign(finding: Finding) -> str:
    return SIGNS[Standing.of(finding.severity)].partition(" ")[0]
