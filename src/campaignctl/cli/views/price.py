"""What ``price`` prints: all SKUs with the least room first, or one SKU's layers, funders and line over time."""

import textwrap
from pathlib import Path
from typing import Any

import pandas as pd

from campaignctl.cli.environment import Environment
from campaignctl.cli.views.columns import TableColumn, show_table
from campaignctl.cli.views.price_sku import MARKS, WIDE, PriceWords, id_of, show_sku
from campaignctl.cli.views.terminal import Piece, Terminal
from campaignctl.domain.prices import ALONE, Prices, Standing

SHOWN = 20


def show_prices(environment: Environment, prices: Prices, folder: Path) -> None:
    """Write the answer; the next step goes to stderr."""
    terminal = Terminal(environment)
    for sku in prices.skus:
        show_sku(terminal, sku, prices)
        terminal.line("")
    if not prices.skus:
        _show_all(terminal, prices)
    environment.tell(_next(prices, folder))


def _next(prices: Prices, folder: Path) -> str:
    where = f'"{folder}"' if " " in str(folder) else str(folder)
    if prices.table.empty and not prices.skus:
        return f"Next:  campaignctl collect {where}   gathers the registrations: none offers a SKU with a price yet"
    if prices.skus:
        return f"Next:  campaignctl price {where}   all {len(prices.table):,} SKUs{_counts(prices)}"
    return f"Next:  campaignctl price {where} --sku {id_of(prices.table.iloc[0].to_dict())}"


def _counts(prices: Prices) -> str:
    counted = prices.table["standing"].value_counts()
    below, close = (int(counted.get(standing.value, 0)) for standing in (Standing.BELOW, Standing.CLOSE))
    return f" · {below:,} below floor, {close:,} close"


def _show_all(terminal: Terminal, prices: Prices) -> None:
    read = "" if prices.lock is None else f" · as locked (lock {prices.lock})"
    said = f"  {prices.marketplace} · worst legal price of each SKU{read}"
    terminal.line((prices.campaign, "bold"), (said, "bright_black"))
    for line in textwrap.wrap(f"one unit, {prices.currency} before shipping and tax · {ALONE}", terminal.width):
        terminal.line((line, "bright_black"))
    terminal.line("")
    rows = prices.table.head(SHOWN).to_dict("records")
    if rows:
        show_table(terminal, _columns(rows, PriceWords(prices, narrow=terminal.width < WIDE)), [False] * len(rows))
        terminal.line("")
    more = len(prices.table) - len(rows)
    if more > 0:
        terminal.line((f"… {more:,} more with more room: all of them in prices.xlsx", "bright_black"))
    terminal.line(f"{len(prices.table):,} SKUs{_counts(prices)}")
    _show_missing(terminal, prices)
    _show_ledger(terminal, prices)


def _show_ledger(terminal: Terminal, prices: Prices) -> None:
    """Write the platform's money per promotion: budget, worst case, what is locked, what is left."""
    rows = prices.ledger.head(SHOWN).to_dict("records")
    if not rows:
        return
    words = PriceWords(prices, narrow=terminal.width < WIDE)
    columns = [
        TableColumn("", "promotion", tuple((row["promotion_id"], "bold") for row in rows), right=False),
        TableColumn("", "title", tuple((str(row["title"]), "") for row in rows), drop=2, right=False, most=26),
        TableColumn("platform's", "budget", words.column(rows, "budget")),
        TableColumn("", "worst case", words.column(rows, "worst_case")),
        TableColumn("", "expected", _known(rows, "expected", words), drop=3),
        TableColumn("", "locked", _known(rows, "committed", words), drop=1),
        TableColumn("", "left", tuple((words.number(row["left"]), _short(row)) for row in rows)),
    ]
    terminal.line("")
    show_table(terminal, columns, [False] * len(rows))
    for line in _expected_from(prices.ledger, terminal.width):
        terminal.line((line, "bright_black"))


def _expected_from(ledger: pd.DataFrame, width: int) -> list[str]:
    """Return the lines that say where the expected amounts come from; what costs nothing needs no word."""
    told = ledger[ledger["expected_from"].notna() & ledger["worst_case"].ne(0).fillna(value=True)]
    if told["expected"].isna().all():
        return []
    ids = told["promotion_id"].astype("str").groupby(told["expected_from"].astype("str"), sort=False).agg(", ".join)
    said = (f"  {which} {why}" for why, which in ids.items())
    wrapped = [textwrap.wrap(each, width, subsequent_indent="    ", initial_indent="  ") for each in said]
    return ["  expected use of the worst case:", *(line for lines in wrapped[:SHOWN] for line in lines)]


def _known(rows: list[dict[Any, Any]], key: str, words: PriceWords) -> tuple[Piece, ...]:
    """Return the cells of a column, none where nothing in it is known."""
    return words.column(rows, key) if any(not pd.isna(row[key]) for row in rows) else ()


def _short(row: dict[Any, Any]) -> str:
    return "bold red" if not pd.isna(row["left"]) and row["left"] < 0 else ""


def _columns(rows: list[dict[Any, Any]], words: PriceWords) -> list[TableColumn]:
    return [
        TableColumn("", "SKU", tuple((id_of(row), "bold") for row in rows), right=False),
        TableColumn("", "product", tuple((words.product(row), "") for row in rows), drop=4, right=False, most=22),
        TableColumn("", "seller", tuple((str(row["shop_name"]), "") for row in rows), drop=7, right=False, most=16),
        TableColumn("", "list", words.column(rows, "list_price"), drop=5),
        TableColumn("product", "price", words.column(rows, "product_price"), drop=2),
        TableColumn("layer", "wins", tuple(words.winner(row) for row in rows), drop=6, right=False, most=20),
        *words.cuts(rows, drop=3),
        TableColumn("buyer", "pays", words.column(rows, "pays", "bold")),
        TableColumn("off", "list", tuple((words.off_list(row), "") for row in rows)),
        TableColumn("seller", "keeps", words.column(rows, "kept")),
        TableColumn("above", "floor", words.column(rows, "least_room", signed=True)),
        TableColumn("", "", tuple(MARKS[Standing(row["standing"])] for row in rows), right=False),
    ]


def _show_missing(terminal: Terminal, prices: Prices) -> None:
    if len(prices.unpriced):
        why = prices.unpriced["why"].value_counts()
        said = "; ".join(f"{number:,}: {words}" for words, number in why.items())
        terminal.line((f"{len(prices.unpriced):,} without a price ({said})", "yellow"))
    if prices.left_out:
        said = "; ".join(f"{id_}: {why}" for id_, why in list(prices.left_out.items())[:4])
        more = f" and {len(prices.left_out) - 4:,} more" if len(prices.left_out) > 4 else ""
        terminal.line((f"left out ({said}{more})", "yellow"))
    if pd.isna(prices.table["floor_price"]).all() and len(prices.table):
        terminal.line(("no seller named a floor", "bright_black"))
