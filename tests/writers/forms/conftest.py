"""A small form of our own: a garden fair with its offers and its people, every kind of column once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from campaignctl.domain.forms import NO_LIMIT, Column, FilledSheet, Form, Raw, Sheet, Type
from campaignctl.writers.forms import write_form

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHECK = Column(
    "Quick check",
    "quick_check",
    Type.COMPUTED,
    example="example, not read",
    hint="filled by the sheet",
    formula='=IF(COUNTA({id},{title})=0,"",IF({title}="","▲ Title is missing","✓ ok"))',
    width=30,
)
FAIR = Sheet(
    "Fair",
    "campaign",
    (
        Column("Name", "name", Type.TEXT, "yes", hint="Stands on the posters.", longest=60, group="The fair"),
        Column("Starts", "starts", Type.DATETIME, "yes", hint="First moment.", group="When"),
        Column("Ends", "ends", Type.DATETIME, "yes", hint="Last day.", ends=True, group="When"),
        Column("Days", "days", Type.COMPUTED, example=6, hint="Counted.", formula="={ends}-{starts}", group="When"),
        Column("Budget", "budget", Type.MONEY, hint="In all.", least=0, group="Money"),
        Column("Fee", "fee", Type.COMPUTED, example=Decimal("0.01"), formula="=0.01", group="Money"),
        Column("Gift", "gift", Type.YES_NO, hint="Is there one?", group="Money"),
        Column("Which gift", "which", Type.TEXT, "if", when=("gift", ("Yes",)), hint="If so.", group="Money"),
        Column("Owner", "owner", Type.CHOICE, "yes", choices_from="sheet:contacts", group="People"),
        Column("Reply to", "reply_to", Type.EMAIL, "yes", example="fair@garden.example", group="People"),
    ),
    record=True,
    purpose="Name, dates and people.",
    subtitle="Fill column C",
)
OFFERS = Sheet(
    "Offers",
    "offers",
    (
        Column("ID", "id", Type.ID, "yes", hint="own code", example="GF-01", longest=20, group="What"),
        Column("Title", "title", Type.TEXT, "yes", hint="≤ 50 characters", example="Bulbs", longest=50, group="What"),
        Column("Tool", "tool", Type.CHOICE, "yes", choices_from="profile:tools", hint="list", example="Flash deal"),
        Column("Kind of value", "kind_of_value", Type.CHOICE, choices=("Percent off", "Amount off"), width=15),
        Column("Value", "value", Type.VALUE, "if", when=("kind_of_value", ("Percent off", "Amount off")), least=0),
        Column("Starts", "starts", Type.DATETIME, example=datetime(2026, 6, 4, 9, 0, tzinfo=UTC), group="When"),
        Column("Ends", "ends", Type.DATETIME, ends=True, group="When"),
        Column("Seller pays", "seller_pays", Type.PERCENT, least=0, most=1, example=Decimal("0.7"), group="Who pays"),
        Column(
            "Platform pays",
            "platform_pays",
            Type.COMPUTED,
            example=Decimal("0.3"),
            formula='=IF(ISNUMBER({seller_pays}),1-{seller_pays},"")',
            group="Who pays",
        ),
        Column("Min. spend", "min_spend", Type.MONEY, typed_none=True, least=0, hint="or None", group="Limits"),
        Column("Per buyer", "per_buyer", Type.INT, no_limit=True, least=1, hint="or No limit", example=2),
        Column("Score", "score", Type.NUMBER, least=0, most=5),
        Column("Due", "due", Type.DATE, folded=True, example=date(2026, 5, 20)),
        Column("Tags", "tags", Type.LIST, folded=True, choices=("new", "hero")),
        Column("Link", "link", Type.URL),
        Column("Cost", "cost", Type.MONEY, in_form=False),
        CHECK,
    ),
    purpose="One row per offer.",
    subtitle="One row per offer",
    rows=30,
)
PEOPLE = Sheet(
    "People",
    "contacts",
    (
        Column("Name", "name", Type.TEXT, "yes", example="Ada"),
        Column("E-mail", "email", Type.EMAIL, "yes"),
        Column("Backup", "backup", Type.CHOICE, choices_from="sheet:contacts"),
    ),
    purpose="Who is who.",
    rows=5,
    required=False,
)
FAIR_ROW = {
    "name": "Garden Fair",
    "starts": datetime(2026, 6, 4, 9, 0, tzinfo=UTC),
    "ends": datetime(2026, 6, 10, tzinfo=UTC),
    "budget": Decimal(130_000),
    "gift": True,
    "owner": "Ada",
}
ROWS = (
    {
        "id": "00123456789012345678",
        "title": "Bulbs",
        "tool": "Flash deal",
        "kind_of_value": "Percent off",
        "value": Decimal("0.125"),
        "starts": datetime(2026, 6, 4, 9, 0, tzinfo=UTC),
        "ends": datetime(2026, 6, 5, tzinfo=UTC),
        "seller_pays": Decimal("0.7"),
        "platform_pays": Decimal("0.3"),
        "min_spend": Decimal("19.99"),
        "per_buyer": NO_LIMIT,
        "score": Decimal("4.2"),
        "due": date(2026, 5, 20),
        "tags": ("new", "hero"),
    },
    {"id": 7, "title": "=1+1", "kind_of_value": "Amount off", "value": Decimal(5), "min_spend": NO_LIMIT},
    {"title": Raw("  as typed "), "seller_pays": Raw("70"), "per_buyer": Raw(2.5), "starts": Raw("31/13/2026")},
)


def build(offers: tuple = ROWS, fair: dict | None = None, capacity: int | None = None) -> Form:
    return Form(
        name="fair",
        title="Garden Fair",
        context="4–9 June · times in UTC · money in USD",
        currency="USD",
        zone="UTC",
        sheets=(
            FilledSheet(FAIR, (FAIR_ROW if fair is None else fair,)),
            FilledSheet(OFFERS, offers, subtitle='Garden (G) "fair" · times in UTC', capacity=capacity),
            FilledSheet(PEOPLE, ({"name": "Ada", "email": "ada@garden.example"},)),
        ),
        lists={"profile:tools": ("Flash deal", "Coupon")},
        guide=("Fair: Name and dates first.", "Paste values only."),
        next_command="campaignctl validate",
        properties={"Campaign": "GF26", "Form": "GF26-1"},
    )


@dataclass
class Written:
    """A form as its file holds it: parts as XML, cells with their shared texts put back."""

    path: Path

    def part(self, name: str) -> etree._Element:
        with ZipFile(self.path) as package:
            return etree.fromstring(package.read(name))

    def tabs(self) -> dict[str, str]:
        names = [tab.get("name") for tab in self.part("xl/workbook.xml").iter(f"{MAIN}sheet")]
        return {name: f"xl/worksheets/sheet{number}.xml" for number, name in enumerate(names, start=1)}

    def sheet(self, tab: str) -> etree._Element:
        root = self.part(self.tabs()[tab])
        texts = ["".join(text.itertext()) for text in self.part("xl/sharedStrings.xml").iter(f"{MAIN}si")]
        texts = [text.replace("_x005F_", "_") for text in texts]  # how the file spells _x0041_ as text
        for cell in root.iter(f"{MAIN}c"):
            if cell.get("t") == "s":
                cell.find(f"{MAIN}v").text = texts[int(cell.findtext(f"{MAIN}v"))]
        return root

    def cells(self, tab: str) -> dict[str, tuple[str, str, str]]:
        """Return type, formula and kept value of each cell that is not blank, by address."""
        return {
            cell.get("r"): (cell.get("t", "n"), cell.findtext(f"{MAIN}f", ""), cell.findtext(f"{MAIN}v", ""))
            for cell in self.sheet(tab).iter(f"{MAIN}c")
            if len(cell)
        }

    def validations(self, tab: str) -> dict[str, etree._Element]:
        return {node.get("sqref"): node for node in self.sheet(tab).iter(f"{MAIN}dataValidation")}

    def names(self) -> dict[str, str]:
        nodes = self.part("xl/workbook.xml").iter(f"{MAIN}definedName")
        return {node.get("name"): node.text for node in nodes}

    def number_format(self, tab: str, address: str) -> str:
        style = next(c.get("s") for c in self.sheet(tab).iter(f"{MAIN}c") if c.get("r") == address)
        styles = self.part("xl/styles.xml")
        known = {node.get("numFmtId"): node.get("formatCode") for node in styles.iter(f"{MAIN}numFmt")}
        number = styles.find(f"{MAIN}cellXfs")[int(style)].get("numFmtId")
        return known.get(number, {"0": "General", "3": "#,##0", "4": "#,##0.00", "49": "@"}.get(number, number))


@pytest.fixture(scope="session")
def written_at() -> type[Written]:
    return Written


@pytest.fixture
def form() -> Callable[..., Form]:
    return build


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Form], Written]:
    def written(form: Form, name: str = "form.xlsx") -> Written:
        write_form(form, tmp_path / name)
        return Written(tmp_path / name)

    return written


@pytest.fixture
def fair(write: Callable[[Form], Written]) -> Written:
    return write(build())
