"""What is chosen in the two drop-downs, as formulas see it: places on the cube's axes, never names.

A name can look like a pattern or a comparison to a formula (``*``, ``>5``), so it is only looked up once, in the list
it came from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from xlsxwriter.workbook import Workbook

from campaignctl.domain.cube import Axis, Cube
from campaignctl.writers.report.cells import plain
from campaignctl.writers.report.dashboard.hidden import Cells, Hidden
from campaignctl.writers.xlsx_style import checked, quoted

NAMES = {"category": ("SelCategory", "CategoryList"), "seller": ("SelSeller", "SellerList")}
LONGEST = 100  # characters of a name in a drop-down; a look-up takes 255
LONGEST_TITLE = 32  # of each name in the title of a chart
NOBODY = -2
"""The place of a name that is not in its list; -1 is all."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The cells that say what is chosen, and the cube's columns on their hidden sheet."""

    cube: Cube
    columns: dict[str, Cells]
    lists: dict[str, Cells]
    labels: dict[str, tuple[str, ...]]
    places: dict[str, str]
    criteria: dict[str, str]
    alone: str
    words: str
    everything: str  # those words before anything is chosen
    of_sellers: tuple[dict[str, int], ...]  # the sums of each seller, over everything

    def total(self, measure: str, *pairs: tuple[str, str], of: Sequence[str] = ("category", "seller")) -> str:
        """Return the sum of a measure over what is chosen ``of`` the axes, and over further pairs of axis and place."""
        kept = [(scope, self.criteria[scope]) for scope in of]
        tests = ",".join(f"{self.columns[scope].whole},{test}" for scope, test in (*kept, *pairs))
        return f"SUMIFS({self.columns[measure].whole},{tests})"


def choice_of(book: Workbook, home: str, cells: dict[str, str], cube: Cube, calc: Hidden) -> Choice:
    """Write the cube and the lists, name the ``cells`` of the two drop-downs on the sheet ``home``, and follow them."""
    columns = _cube(book, cube)
    labels = {scope: labels_of(axis) for scope in NAMES if (axis := cube.axis(scope)) is not None}
    lists = {scope: calc.add(f"{scope} list", labels[scope]) for scope in NAMES}
    places, criteria = {}, {}
    for scope, (name, listed) in NAMES.items():
        checked(book.define_name(name, f"={quoted(home)}!{cells[scope]}"), f"the name {name}")
        checked(book.define_name(listed, f"={lists[scope].whole}"), f"the name {listed}")
        literal = f'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({name},"~","~~"),"*","~*"),"?","~?")'
        found = f"=IFERROR(MATCH({literal},{lists[scope].whole},0)-2,{NOBODY})"
        place = calc.add(f"{scope} place", [(found, -1)]).at(0)
        places[scope] = place
        criteria[scope] = calc.add(f"{scope} test", [(f'=IF({place}=-1,">=0",{place})', ">=0")]).at(0)
    tests = {scope: f"{columns[scope].whole},{criteria[scope]}" for scope in NAMES}
    rows = [
        (f"=COUNTIFS({tests['category']},{tests['seller']})", len(cube.rows)),
        (f"=COUNTIFS({tests['category']})", len(cube.rows)),
        (f"=COUNTIFS({tests['seller']})", len(cube.rows)),
    ]
    counted = calc.add("rows", rows)
    both, of_category, of_seller = (counted.at(n) for n in range(3))
    alone = (
        f'=IF({both}=0,"none",IF({both}={len(cube.rows)},"total",IF(AND({places["seller"]}>=0,{both}={of_seller}),'
        f'"seller",IF(AND({places["category"]}>=0,{both}={of_category}),"category","both"))))'
    )
    every = {scope: _in_a_sentence(labels[scope][0]) for scope in NAMES}
    said = {scope: f'IF({places[scope]}=-1,"{every[scope]}",{_short(NAMES[scope][0])})' for scope in NAMES}
    everything = ", ".join(every.values()).replace('""', '"')
    words = calc.add("words", [(f'={said["category"]}&", "&{said["seller"]}', everything)])
    kind = calc.add("alone", [(alone, "total")])
    return Choice(
        cube, columns, lists, labels, places, criteria, kind.at(0), words.at(0), everything, cube.sums_by("seller")
    )


def _in_a_sentence(words: str) -> str:
    """Return the first entry of a drop-down as it stands inside a title: ``all sellers``."""
    return (words[:1].lower() + words[1:]).replace('"', '""')


def _short(name: str) -> str:
    """Return a formula for a name as far as a title has room for it."""
    return f'IF(LEN({name})>{LONGEST_TITLE},LEFT({name},{LONGEST_TITLE - 1})&"…",{name})'


def labels_of(axis: Axis) -> tuple[str, ...]:
    """Return the entries of a drop-down: all, then the members, no two alike even without regard to case."""
    taken: set[str] = set()
    found = []
    for label in (axis.everything, *(member.label for member in axis.members)):
        name = plain(label).strip()[:LONGEST] or "Without a name"
        numbered = (name if number == 1 else f"{name} ({number})" for number in count(1))
        found.append(next(one for one in numbered if one.casefold() not in taken))
        taken.add(found[-1].casefold())
    return tuple(found)


def _cube(book: Workbook, cube: Cube) -> dict[str, Cells]:
    """Write the rows of the cube, places and whole numbers, on a hidden sheet of their own."""
    sheet = Hidden(book, "Cube")
    titles = (*(axis.scope for axis in cube.axes), *cube.measures)
    return {title: sheet.add(title, column) for title, column in zip(titles, zip(*cube.rows, strict=True), strict=True)}
