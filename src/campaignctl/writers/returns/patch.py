"""A seller's workbook and what is to be said of it in, the marked copy out: only the parts that must change do."""

from campaignctl.domain.returns import Return
from campaignctl.writers.returns.annotate import Desk, Wanted, annotate
from campaignctl.writers.returns.book import Book, Tab
from campaignctl.writers.returns.frame import Frame, unselected
from campaignctl.writers.returns.list_sheet import HEADER_ROW, list_sheet
from campaignctl.writers.returns.memory import Memory, prepare, remember
from campaignctl.writers.returns.notes import drop_notes
from campaignctl.writers.returns.package import Package
from campaignctl.writers.returns.palette import Palette
from campaignctl.writers.returns.reach import Reach
from campaignctl.writers.returns.stretches import Sheet, Tags, head_of, sheet_of
from campaignctl.writers.returns.undo import SheetUndo, Undo, begin


def patched(package: Package, made: Return) -> None:
    """Change the package of a seller's workbook into what goes back; ``CannotPatch`` when it must stay untouched."""
    book = Book(package)
    styles = book.styles()
    prepare(package)
    undo = begin(package, book, styles)
    desk = Desk(package, styles, Palette(styles))
    memory = Memory(made.campaign, made.round)
    wanted = _by_sheet(made)
    touched = {tab for tab in book.tabs if tab.name in wanted or (undo and undo.touches(package, tab))}
    opened = {tab: _opened(package, tab, undo) for tab in book.tabs if tab in touched and tab.kind == "worksheet"}
    for number, tab in enumerate(book.tabs, start=1):
        if tab in opened:
            memory.sheets[tab.name] = annotate(desk, tab.part, number, *opened[tab], wanted.get(tab.name, Wanted()))
        else:
            _unselect(package, tab)
    memory.looks = styles.looks
    memory.sheets = {name: one for name, one in memory.sheets.items() if one.heading or one.cells}
    remember(package, memory)
    leads = frozenset(tab.name for tab in book.tabs)
    book.add_list(list_sheet(made, desk.palette, leads), HEADER_ROW)
    book.put_styles(styles)


def listed(package: Package, made: Return) -> None:
    """Put the list in the place of the only sheet of a workbook; its lines lead nowhere."""
    book = Book(package)
    book.drop(book.tabs[0])
    styles = book.styles()
    book.add_list(list_sheet(made, Palette(styles), frozenset()), HEADER_ROW)
    book.put_styles(styles)
    remember(package, Memory(made.campaign, made.round))


def _by_sheet(made: Return) -> dict[str, Wanted]:
    wanted: dict[str, Wanted] = {}
    for mark in made.marks:
        wanted.setdefault(mark.sheet, Wanted()).marks.append(mark)
    for cure in made.cures:
        wanted.setdefault(cure.sheet, Wanted()).cures.append(cure)
    for beside in made.besides:
        wanted.setdefault(beside.sheet, Wanted()).beside = beside
    return wanted


def _opened(package: Package, tab: Tab, undo: Undo | None) -> tuple[Sheet, Reach]:
    """Return a sheet without what an earlier return put into it, and how far its cells reach."""
    reach, own = Reach(), list[SheetUndo]()

    def seen(stretch: bytes, tags: Tags) -> None:
        if undo and not own:
            own.append(undo.of(tab.name, tags))
        reach.over(own[0].over(stretch) if own else stretch, tags)

    sheet = sheet_of(lambda: package.pieces(tab.part), seen)
    if undo:
        frame = Frame(sheet)
        drop_notes(package, tab.part, frame)
        frame.apply()
        rows, tags = sheet.rows, sheet.tags
        sheet.rows = lambda: map(undo.of(tab.name, tags).over, rows())
    return sheet, reach


def _unselect(package: Package, tab: Tab) -> None:
    """See to it that no other tab than the list is selected: two of them would be edited together."""
    head = head_of(package.pieces(tab.part))
    if unselected(head) == head:
        return
    if tab.kind == "worksheet":
        sheet = sheet_of(lambda: package.pieces(tab.part))
        sheet.head = unselected(sheet.head)
        package.stream(tab.part, sheet.pieces())
    else:
        package.put(tab.part, unselected(package.read(tab.part)))
