"""A workbook of prices in the making: its figures, and what all of its sheets say alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.listing import ListingColumn
from campaignctl.domain.money import CURRENCIES
from campaignctl.domain.prices import Prices
from campaignctl.domain.sentences import Sentence
from campaignctl.domain.times import moment_words, zone_words
from campaignctl.pricing.paths import PricePaths
from campaignctl.rules.case import Case

NAMED = ("shop_name", "seller_sku", "product_name", "variation")


@dataclass(slots=True)
class Draft:
    """A workbook of prices in the making."""

    case: Case
    prices: Prices
    figures: dict[str, Figure] = field(default_factory=dict)

    @property
    def paths(self) -> PricePaths:
        """The price paths that the prices were read from: those of the lock, where there is one."""
        return self.case.promised_prices or self.case.prices

    def count(self, id_: str, label: str, value: int) -> str:
        """Enter a count and return its id."""
        self.figures[id_] = Figure(id_, label, value, "", Format.COUNT)
        return id_

    def money(self, id_: str, label: str, minor: Any, form: Format = Format.MONEY) -> str:
        """Enter an amount of minor units and return its id."""
        value = None if pd.isna(minor) else CURRENCIES[self.prices.currency].major(int(minor))
        self.figures[id_] = Figure(id_, label, value, self.prices.currency, form)
        return id_

    def share(self, id_: str, label: str, value: float) -> str:
        """Enter a share of a whole and return its id."""
        self.figures[id_] = Figure(id_, label, value, "", Format.PERCENT)
        return id_

    def context(self, *says: str) -> Sentence:
        """Return the line below a title: campaign, where its prices are read from, and what ``says`` adds."""
        read = f"as locked (lock {self.prices.lock})" if self.prices.lock else "as registered, nothing is locked yet"
        return Sentence((" · ".join((self.prices.campaign, read, *says)),))

    @property
    def clock(self) -> str:
        """The zone of all times, in words."""
        return zone_words(self.prices.zone)

    @property
    def window(self) -> str:
        """From when until when anything has a price, on the campaign's clock; blank where nothing has."""
        stretches = [stretch for story in self.paths.stories for stretch in story.stretches]
        if not stretches:
            return ""
        first, last = min(each.starts for each in stretches), max(each.ends for each in stretches)
        words = [moment_words(pd.Timestamp(at, unit="us", tz="UTC"), self.prices.zone) for at in (first, last)]
        return f"{words[0]} to {words[1]} {self.clock}"


def called(table: pd.DataFrame) -> "pd.Series[str]":
    """Return what each row's SKU is called by people: the seller's own code, else its ID, else its product's."""
    return table["seller_sku"].fillna(table["sku_id"]).fillna(table["product_id"]).astype("str")


def product_of(table: pd.DataFrame) -> "pd.Series[str]":
    """Return the product of each row with its variation."""
    name, variation = table["product_name"].astype("str").fillna(""), table["variation"].astype("str").fillna("")
    joined = name.str.cat(variation, sep=", ").str.strip(", ")
    return joined.mask(joined.eq(""))


def set_by(table: pd.DataFrame, tools: Mapping[str, str], nobody: str = "List price") -> "pd.Series[str]":
    """Return the promotion that sets each row's price: its tool and its ID."""
    ids = table["price_by"].astype("str")
    told = {id_: f"{tools.get(id_, '')} {id_}".strip() for id_ in ids.dropna().unique()}
    return ids.map(told).fillna(nobody).astype("str")


def kept(columns: Sequence[ListingColumn], frame: pd.DataFrame) -> pd.DataFrame:
    """Return the columns of a frame that a listing shows."""
    return frame[[column.key for column in columns]].reset_index(drop=True)
