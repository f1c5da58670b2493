"""The figures of one report, each under its id: whatever a sentence, table or chart shows was entered here once."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from campaignctl.domain.document import Ref
from campaignctl.domain.figures import Figure, figure_id, slug
from campaignctl.domain.formats import Format
from campaignctl.domain.money import CURRENCIES, Currency
from campaignctl.metrics.metric import Unit

Key = str | None
"""The key of a scope as the data have it; None is "unknown"."""

Number = Decimal | float | int


class Defined(Protocol):
    """What gives a figure its name and meaning: a metric's page, or a count that a stage defines."""

    @property
    def id(self) -> str:
        """The first word of the figure's id."""

    @property
    def label(self) -> str:
        """The words beside the number."""

    @property
    def unit(self) -> Unit:
        """What is counted."""

    @property
    def format(self) -> Format:
        """How it is written."""

    @property
    def formula(self) -> str:
        """How it is computed."""


class Ledger:
    """Figures by id, and the slug of every key."""

    def __init__(self, currency: str) -> None:
        self.currency: Currency = CURRENCIES.get(currency) or Currency(currency, 2, currency + " ")
        self.figures: dict[str, Figure] = {}
        self._slugs: dict[str, dict[Key, str]] = {}

    def id(
        self, metric: str, scope: str = "total", key: Key | tuple[()] = (), period: str = "", comparison: str = ""
    ) -> str:
        """Return the id of a figure; the scope ``total`` has no key."""
        word = "" if isinstance(key, tuple) else self._slug(scope, key)
        return figure_id(metric, scope, word, period, comparison)

    def _slug(self, scope: str, key: Key) -> str:
        known = self._slugs.setdefault(scope, {})
        if key not in known:
            word = slug(key) if key is not None else "unknown"
            same = [taken for taken in known.values() if taken == word or taken.startswith(f"{word}-")]
            known[key] = word if word not in same else next(
                name for n in range(2, len(same) + 3) if (name := f"{word}-{n}") not in same
            )
        return known[key]

    def enter(
        self,
        defined: Defined,
        value: Number | None,
        scope: str = "total",
        key: Key | tuple[()] = (),
        *,
        period: str = "",
        comparison: str = "",
        form: Format | None = None,
        label: str = "",
        reason: str = "",
    ) -> Figure:
        """Enter a value in its natural unit (money in major units) and return its figure.

        ``ValueError`` when the id is taken by another value: a number is computed in one place.
        """
        name = self.id(defined.id, scope, key, period, comparison)
        money = defined.unit is Unit.MONEY and form in (None, Format.MONEY, Format.MONEY_SHORT)
        figure = Figure(
            id=name,
            label=label or defined.label,
            value=value,
            unit=self.currency.code if money else ("" if form else _unit_word(defined.unit)),
            format=form or defined.format,
            definition=defined.formula,
            dimensions={} if isinstance(key, tuple) else {scope: key if key is not None else "unknown"},
            reason=reason,
        )
        if name in self.figures and self.figures[name] != figure:
            raise ValueError(f"the figure {name} is entered twice")
        self.figures[name] = figure
        return figure

    def get(
        self, metric: str, scope: str = "total", key: Key | tuple[()] = (), period: str = "", comparison: str = ""
    ) -> Figure | None:
        """Return a figure, or None when it was not entered."""
        return self.figures.get(self.id(metric, scope, key, period, comparison))

    def value(
        self, metric: str, scope: str = "total", key: Key | tuple[()] = (), period: str = "", comparison: str = ""
    ) -> Number | None:
        """Return the value of a figure; None when it is not available or was not entered."""
        figure = self.get(metric, scope, key, period, comparison)
        return figure.value if figure else None

    def ref(
        self,
        metric: str,
        scope: str = "total",
        key: Key | tuple[()] = (),
        period: str = "",
        comparison: str = "",
        form: Format | None = None,
    ) -> Ref | None:
        """Return a reference to a figure for a table's cell, or None when it was not entered."""
        figure = self.get(metric, scope, key, period, comparison)
        return Ref(figure.id, format=form) if figure else None

    def money(self, minor: float) -> Decimal:
        """Return minor units as major ones, rounded half up to a whole minor unit."""
        whole = Decimal(str(minor)).to_integral_value(ROUND_HALF_UP)
        return self.currency.major(int(whole))

    def sum(self, ids: Iterable[str]) -> Number | None:
        """Return the sum of the figures that have a value; None when none has."""
        found = [figure.value for name in ids if (figure := self.figures.get(name)) and figure.value is not None]
        return sum(found[1:], start=found[0]) if found else None  # type: ignore[arg-type, return-value]


def _unit_word(unit: Unit) -> str:
    return {Unit.COUNT: "count", Unit.RATE: "share", Unit.SECONDS: "s"}.get(unit, "")
