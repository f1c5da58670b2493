"""One SKU's prices in the terminal: a row for each stretch of time, the worst marked, who pays, and what is wrong."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from campaignctl.cli.views.columns import TableColumn, cut, fitting, show_table
from campaignctl.cli.views.price_line import Step, show_line
from campaignctl.cli.views.terminal import SIGNS, STYLES, Piece, Terminal
from campaignctl.domain.findings import Finding, with_capital
from campaignctl.domain.money import CURRENCIES, Currency
from campaignctl.domain.prices import ALONE, PriceLayer, Prices, SkuPrices, Standing
from campaignctl.domain.times import zone_words

NOTHING = "·"
MARKS: Mapping[Standing, Piece] = {
    Standing.BELOW: ("✗ low", "bold red"),
    Standing.CLOSE: ("! close", "yellow"),
    Standing.OK: ("✓ ok", "green"),
    Standing.OPEN: ("", ""),
}
_BAR = 40
WIDE = 110
"""From this width on every layer has a column of its own."""

Row = Mapping[Any, Any]


def id_of(row: Row) -> str:
    """Return what a SKU is called on the command line: its ID, or its product's."""
    return str(row["product_id"] if pd.isna(row["sku_id"]) else row["sku_id"])


@dataclass(frozen=True, slots=True)
class PriceWords:
    """How prices of a campaign are written: amounts without their sign in columns, with it in sentences.

    In a ``narrow`` window days and layers are shortened; ``by_id`` calls promotions by their IDs alone.
    """

    prices: Prices
    narrow: bool
    by_id: bool = False

    @property
    def currency(self) -> Currency:
        """The campaign's currency."""
        return CURRENCIES[self.prices.currency]

    @property
    def zone(self) -> ZoneInfo:
        """The campaign's zone."""
        return ZoneInfo(self.prices.zone)

    def number(self, minor: Any, *, signed: bool = False) -> str:
        """Return an amount as a column shows it; a dash where it is not known."""
        if pd.isna(minor):
            return "–"
        amount = self.currency.major(abs(int(minor)))
        sign = "−" if minor < 0 else "+" if signed and minor > 0 else ""
        return f"{sign}{amount:,.{self.currency.decimals}f}"

    def money(self, minor: Any) -> str:
        """Return an amount with its currency."""
        sign, amount = ("−", -minor) if not pd.isna(minor) and minor < 0 else ("", minor)
        return f"{sign}{self.currency.symbol}{self.number(amount)}"

    def column(self, rows: Sequence[Row], key: str, style: str = "", *, signed: bool = False) -> tuple[Piece, ...]:
        """Return the cells of a column of amounts."""
        return tuple((self.number(row[key], signed=signed), style) for row in rows)

    def cuts(self, rows: Sequence[Row], drop: int) -> list[TableColumn]:
        """Return a column for every layer that cuts a basket somewhere; one for all of them in a narrow window."""
        layers = [layer for layer in self.prices.layers if any(row[f"off_{layer.key}"] for row in rows)]
        if self.narrow and len(layers) > 1:
            sums = [sum(int(row[f"off_{layer.key}"]) for layer in layers) for row in rows]
            return [TableColumn("", "coupons", tuple((self._cut(each), "") for each in sums), drop=drop)]
        return [
            TableColumn(*_halves(layer), tuple((self._cut(row[f"off_{layer.key}"]), "") for row in rows), drop=drop)
            for layer in layers
        ]

    def _cut(self, minor: Any) -> str:
        return f"−{self.number(minor)}" if minor else NOTHING

    def off_list(self, row: Row) -> str:
        """Return the share of the list price that is taken off, in whole percent."""
        left = int(row["pays"]) * 100 / int(row["list_price"])
        return f"{100 if not left else min(round(100 - left), 99)} %"

    def product(self, row: Row) -> str:
        """Return what a SKU is called by people."""
        return ", ".join(str(row[key]) for key in ("product_name", "variation") if not pd.isna(row[key]))

    def winner(self, row: Row) -> Piece:
        """Return the promotion that sets the price; in magenta where only some get it."""
        style = "" if row["audience"] == self.prices.anyone else "magenta"
        if pd.isna(row["price_by"]):
            return "list price", "bright_black"
        tool = self.prices.tools.get(row["price_by"], "")
        said = tool if tool[:2].isupper() else tool[:1].lower() + tool[1:]
        return (str(row["price_by"]) if self.by_id else f"{said} {row['price_by']}"), style

    def moment(self, moment: datetime) -> str:
        """Return a moment with its day: ``Fri 20 Nov 19:00``."""
        local = moment.astimezone(self.zone)
        return f"{local:%a} {local.day:2} {local:%b %H:%M}"

    def start(self, moment: datetime) -> str:
        """Return the start of a stretch, in a narrow window without the day of the week."""
        return self.moment(moment)[4:] if self.narrow else self.moment(moment)

    def end(self, starts: datetime, ends: datetime) -> str:
        """Return the end of a stretch, its day of the week alone where that says enough."""
        local = ends.astimezone(self.zone)
        return f"{local:%a %H:%M}" if (ends - starts).days < 7 else self.moment(ends)

    def who(self, row: Row) -> str:
        """Return who gets a price, and in how large a basket; blank for anyone with one unit."""
        named = "" if row["audience"] == self.prices.anyone else str(row["audience"])
        units = f"{row['units']} units" if row["units"] > 1 else ""
        return ", ".join(filter(None, (named, units)))


def _halves(layer: PriceLayer) -> tuple[str, str]:
    over, _, under = layer.name.lower().rpartition(" ")
    return over, under


def show_sku(terminal: Terminal, sku: SkuPrices, prices: Prices) -> None:
    """Write one SKU: what it is, its stretches, its line over time, who pays, its ceiling, its findings."""
    words = PriceWords(prices, narrow=terminal.width < WIDE)
    _show_head(terminal, sku, words)
    rows = sku.segments.to_dict("records")
    worst = min(range(len(rows)), key=lambda place: (rows[place]["pays"], place))
    show_table(terminal, _columns(rows, sku, words, terminal.width), [place == worst for place in range(len(rows))])
    terminal.line("")
    show_line(terminal, [_step(row, words) for row in rows], prices.zone)
    terminal.line("")
    _show_worst(terminal, rows[worst], words)
    _show_ceilings(terminal, sku, words)
    for finding in sku.findings:
        _show_finding(terminal, finding)


def _show_head(terminal: Terminal, sku: SkuPrices, words: PriceWords) -> None:
    row, zone = sku.row, zone_words(words.prices.zone)
    shop = str(row["seller_id"]) if pd.isna(row["shop_name"]) else f"{row['shop_name']} ({row['seller_id']})"
    named = (("list", "list_price"), ("lowest 30 days", "low_30d"), ("seller's floor", "floor_price"))
    said = " · ".join(f"{name} {words.money(row[key])}" for name, key in named if not pd.isna(row[key]))
    name = cut(f"{id_of(row)}  {words.product(row)}", max(terminal.width - len(shop) - 3, 24))
    fits = len(name) + len(shop) + len(said) + 6 <= terminal.width
    terminal.line((name, "bold"), f"   {shop}", *([f"   {said}"] if fits else []))
    if not fits:
        terminal.line(said)
    context = f"one unit, {words.prices.currency} before shipping and tax · times in {zone} · worst legal price in each stretch · {ALONE}"  # noqa: E501 - one sentence
    for line in textwrap.wrap(context, terminal.width):
        terminal.line((line, "bright_black"))
    terminal.line("")


def _columns(rows: Sequence[Row], sku: SkuPrices, words: PriceWords, width: int) -> list[TableColumn]:
    """Return the table's columns; promotions are called by their IDs alone where more than the ends would be lost."""
    columns = _all_columns(rows, sku, words)
    if len(fitting(columns, width - 2)) < len([column for column in columns if column.cells]) - 1:
        columns = _all_columns(rows, sku, replace(words, by_id=True))
    return columns


def _all_columns(rows: Sequence[Row], sku: SkuPrices, words: PriceWords) -> list[TableColumn]:
    who = tuple((words.who(row), "magenta" if row["audience"] != words.prices.anyone else "") for row in rows)
    return [
        TableColumn("", "from", tuple((words.start(row["starts"]), "") for row in rows), right=False),
        TableColumn("", "to", tuple((words.end(row["starts"], row["ends"]), "") for row in rows), drop=6, right=False),
        TableColumn("product", "price", words.column(rows, "product_price"), drop=1),
        TableColumn("layer", "wins", tuple(words.winner(row) for row in rows), drop=3, right=False, most=26),
        TableColumn("", "for", who if any(cell for cell, _ in who) else (), drop=2, right=False, most=20),
        *words.cuts(rows, drop=1),
        TableColumn("buyer", "pays", words.column(rows, "pays")),
        TableColumn("off by", "seller", words.column(rows, "off_by_seller"), drop=4),
        TableColumn("off by", "platform", words.column(rows, "off_by_platform"), drop=5),
        TableColumn("seller", "keeps", words.column(rows, "kept")),
        TableColumn("", "", tuple(MARKS[standing] for standing in sku.standings), right=False),
    ]


def _step(row: Row, words: PriceWords) -> Step:
    only = "" if row["audience"] == words.prices.anyone else str(row["audience"])
    return Step(row["starts"], row["ends"], words.number(row["pays"]), int(row["pays"]), only)


def _show_worst(terminal: Terminal, row: Row, words: PriceWords) -> None:
    by = str(row["made_by"]).replace("; ", ", ") or "the list price alone"
    who = f" for {words.who(row)}" if words.who(row) else ""
    said = f", {words.off_list(row)} off, {words.moment(row['starts'])} to {words.moment(row['ends'])}{who}"
    terminal.line("  ", (f"Lowest: {words.money(row['pays'])}", "bold"), said)
    terminal.line("  ", (f"made by {by}", "bright_black"))
    total = int(row["list_price"]) - int(row["pays"])
    if total:
        said = f"Who pays the {words.money(total)}"
        terminal.line("  ", said, *_bars(row, total, words, terminal.width - len(said) - 2))
    keeps = f"Seller keeps {words.money(row['kept'])}"
    fees = f", {words.money(row['kept'] - row['fees'])} after fees" if row["fees"] else ""
    cost: str = "" if pd.isna(row["contribution"]) else f", {words.money(row['contribution'])} after fees and cost"
    terminal.line("  ", f"{keeps}{cost or fees}")


def _bars(row: Row, total: int, words: PriceWords, width: int) -> list[Piece | str]:
    """Return who pays a discount, each with a bar as long as its share, in all at most so wide."""
    paid = {name: int(row[f"off_by_{name}"]) for name in ("seller", "platform")}
    said = {name: f" {name} {words.money(by)} ({by * 100 / total:.0f} %)" for name, by in paid.items() if by}
    room = max(min(width - sum(len(text) + 2 for text in said.values()) - 1, _BAR), 4)
    pieces: list[Piece | str] = []
    for name, text in said.items():
        sign, style = ("█", "blue") if name == "seller" else ("▒", "yellow")
        pieces += ["  ", (sign * max(int(paid[name] / total * room), 1), style), text]
    return pieces


def _show_ceilings(terminal: Terminal, sku: SkuPrices, words: PriceWords) -> None:
    for each in sku.ceilings:
        bound = "cost less than" if each.strictly else "cost at most"
        said = f"Until {words.moment(each.until)} its next deals must {bound} {words.money(each.price)} ({each.tools})"
        for line in textwrap.wrap(said, terminal.width - 2):
            terminal.line("  ", (line, "bright_black"))


def _show_finding(terminal: Terminal, finding: Finding) -> None:
    sign, style = SIGNS[finding.severity], STYLES[finding.severity]
    room = terminal.width - 12
    sentence = with_capital(finding.message, finding.value)
    head, *rest = textwrap.wrap(sentence, room) or [""]
    terminal.line("  ", (f"{sign} {finding.code}", style), f"  {head}")
    for line in rest:
        terminal.line(" " * 12, line)
    for number, line in enumerate(textwrap.wrap(finding.fix, room)):
        terminal.line(" " * 7, ("fix  " if number == 0 else "     ", "green"), line)
