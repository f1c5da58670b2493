"""How a fault is planted: a cell is changed, a row added, a heading renamed, and the truth written down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from campaignctl.simulation.books import Book, Row
from campaignctl.simulation.world import World


@dataclass(frozen=True, slots=True)
class Fault:
    """One planted fault; ``also`` are codes that may rightly be found in the same row."""

    code: str
    file: str
    sheet: str
    cell: str
    also: tuple[str, ...] = ()


@dataclass(slots=True)
class Planter:
    """The books of the world, the faults planted in them, and files that are no workbooks at all."""

    world: World
    setup: Book
    registrations: list[Book]
    faults: list[Fault] = field(default_factory=list)
    decisions: list[Book] = field(default_factory=list)
    strays: dict[str, bytes] = field(default_factory=dict)
    taken: set[tuple[str, int]] = field(default_factory=set)
    made: int = 0

    def take(self, promotion: str = "") -> tuple[Book, int, Row]:
        """Return the next SKU line without a fault: its book, its place and its cells."""
        for book in self.registrations:
            for index, row in enumerate(book.rows["sku_lines"]):
                if (book.file, index) not in self.taken and promotion in ("", row["promotion_id"]):
                    self.taken.add((book.file, index))
                    return book, index, row
        raise LookupError(f"no line is left for {promotion or 'any promotion'}")

    def fresh(self, promotion: str, shop: int = 0, **cells: Any) -> tuple[Book, Row]:
        """Return a SKU line that stands nowhere yet, made after one of a shop's, and the book that it belongs to."""
        book = self.registrations[shop]
        self.made += 1
        like = self.world.shops[shop].skus[0]
        price = Decimal(like.listed) / 100
        row = {
            "promotion_id": promotion,
            "product_id": f"17290000{self.made:06d}4710",
            "sku_id": f"17291000{self.made:06d}0001",
            "seller_sku": f"NEW-{self.made}",
            "product_name": f"{like.product} {self.made}",
            "category": like.category,
            "list_price": price,
            "low_30d": price,
            "campaign_price": (price * Decimal("0.8")).quantize(Decimal("0.01")),
            "stock": 300 + self.made,
            "commission": Decimal("0.12"),
            "line": "Offer",
        }
        return book, {**row, **cells}

    def change(  # noqa: PLR0913 - code, place, value and what else may be found belong together
        self, code: str, book: Book, sheet: str, index: int, /, *, also: Iterable[str] = (), at: str = "", **cells: Any
    ) -> None:
        """Change cells of one row; the fault is at the first of them, or ``at`` another key."""
        book.rows[sheet][index] |= cells
        self.note(code, book, sheet, at or next(iter(cells)), index, also)

    def add(  # noqa: PLR0913 - likewise
        self, code: str, book: Book, sheet: str, row: Mapping[str, Any], /, *, at: str, also: Iterable[str] = ()
    ) -> None:
        """Add a row that is wrong at the key ``at``."""
        rows = book.rows.setdefault(sheet, [])
        rows.append(dict(row))
        self.note(code, book, sheet, at, len(rows) - 1, also)

    def note(self, code: str, book: Book, sheet: str, key: str, index: int, also: Iterable[str] = ()) -> None:  # noqa: PLR0913, PLR0917 - likewise
        """Write down a fault at a cell without changing anything."""
        name = book.sheets[sheet].name
        self.faults.append(Fault(code, book.file, name, book.cell(sheet, key, index), tuple(also)))
