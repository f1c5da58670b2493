"""A limit of a marketplace is a value that somebody read on a certain page on a certain day.

Percents are written ``"5%"`` and held as fractions, spans ``"72 hours"`` and held as ``timedelta``, money
``"0.50 USD"`` and held in minor units of the profile's currency.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, ValidationInfo, model_validator

from campaignctl.domain.findings import Severity
from campaignctl.domain.formats import Format, words
from campaignctl.domain.money import CURRENCIES
from campaignctl.marketplaces.closed import Closed

Trust = Literal["API", "Academy", "Public code", "Tested", "Third party", "Team"]
"""Where the knowledge comes from, strongest first; ``Team`` is what a team laid down for itself."""

Weight = Literal["error", "warning", "note", "ignore"]
"""What a breach of a limit weighs; ``ignore`` keeps a doubtful limit on record without using it."""

_TRUST_ORDER: tuple[Trust, ...] = ("API", "Academy", "Public code", "Tested", "Third party", "Team")
_SPAN = re.compile(r"(\d{1,6})\s*(s|seconds?|min|minutes?|h|hours?|days?|weeks?)")
_MONEY = re.compile(r"(\d{1,12}(?:\.\d{1,6})?)\s*([A-Z]{3})")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}


class Source(Closed):
    """A page on which limits were read; ``checked`` is the day it was last looked at."""

    title: str
    trust: Trust
    checked: date
    url: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What the parts of a profile need to know of the whole while they are read."""

    marketplace: str
    currency: str
    sources: dict[str, Source]


class Sourced(Closed):
    """Something with a source. A profile names the source only; the rest is filled in from its table of sources.

    ``source`` may name several pages, ``"API, U-FD"``; then the oldest check and the weakest trust count.
    """

    source: str
    checked: date
    trust: Trust
    marketplace: str
    url: str = ""
    note: str = ""
    weight: Weight = "error"

    @model_validator(mode="before")
    @classmethod
    def _traced(cls, data: Any, info: ValidationInfo) -> Any:
        if not isinstance(data, dict) or not isinstance(info.context, Context):
            return data
        if "marketplace" in data:
            raise ValueError("marketplace is not written here; the profile's own name counts")
        return {**_origin(data.get("source"), info.context.sources), **data, "marketplace": info.context.marketplace}

    @property
    def severity(self) -> Severity | None:
        """How much a breach weighs; ``None`` when it is not to be reported."""
        return None if self.weight == "ignore" else Severity(self.weight)

    @property
    def text(self) -> str:
        """The limit itself, in words."""
        return self.note

    @property
    def words(self) -> str:
        """The limit as a finding quotes it, with its source and the day it was checked."""
        return f"{self.marketplace}: {self.text} ({self.source}, checked {self.checked.isoformat()})"


def _origin(named: object, sources: dict[str, Source]) -> dict[str, Any]:
    if not isinstance(named, str):
        return {}
    keys = [key.strip() for key in named.split(",")]
    unknown = [key for key in keys if key not in sources]
    if unknown:
        raise ValueError(f"source {unknown[0]!r} is not in the table [sources]")
    pages = [sources[key] for key in keys]
    return {
        "checked": min(page.checked for page in pages),
        "trust": max((page.trust for page in pages), key=_TRUST_ORDER.index),
        "url": pages[0].url,
    }


T = TypeVar("T")


class Limit(Sourced, Generic[T]):
    """One value with its source; ``typed`` is how the profile writes it."""

    value: T
    typed: str = ""

    @model_validator(mode="before")
    @classmethod
    def _typed(cls, data: Any, info: ValidationInfo) -> Any:
        if not isinstance(data, dict) or not isinstance(info.context, Context):
            return data
        if "typed" in data:
            raise ValueError("typed is not written here; give value")
        return {**data, "typed": _as_typed(data.get("value"))}

    @property
    def text(self) -> str:
        """The value as people read it: ``72 hours``, ``$0.50``, ``10,000``."""
        return self.typed or str(self.value)


def _as_typed(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    if isinstance(value, int):
        return f"{value:,}"
    return priced(value) if isinstance(value, str) else str(value)


def priced(typed: str) -> str:
    """Return an amount of money as people read it (``0.50 USD`` is ``$0.50``), any other text as it is."""
    match = _MONEY.fullmatch(typed.strip())
    return words(Decimal(match[1]), Format.MONEY, match[2]) if match and match[2] in CURRENCIES else typed


def percent(share: Decimal) -> str:
    """Return a fraction as a profile writes it: 0.05 is ``5%``."""
    return f"{(share * 100).normalize():f}%"


def _share(value: object) -> Decimal:
    text = value.strip() if isinstance(value, str) else ""
    if not text.endswith("%"):
        raise ValueError('a share is written as a percent in quotes, "5%"')
    share = _exact(text.removesuffix("%").strip(), "a percent") / 100
    if not 0 <= share <= 1:
        raise ValueError(f"{text} does not lie between 0% and 100%")
    return share


def _exact(text: str, what: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise ValueError(f"{text!r} is not {what}") from None
    if not number.is_finite():
        raise ValueError(f"{text!r} is not {what}")
    return number


def _span(value: object) -> timedelta:
    match = _SPAN.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise ValueError('a span is written as "72 hours", "10 min" or "30 days", in quotes')
    return timedelta(seconds=int(match[1]) * _SECONDS[match[2][0]])


def _money(value: object, info: ValidationInfo) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and info.context is None:
        return value  # already in minor units: made by a programme, not read from a profile
    match = _MONEY.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise ValueError('money is written with its currency, in quotes: "0.50 USD"')
    currency = info.context.currency if isinstance(info.context, Context) else match[2]
    if match[2] != currency:
        raise ValueError(f"{value} is not in the profile's currency, {currency}")
    return CURRENCIES[currency].minor(Decimal(match[1]))


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"{value!r} is not a regular expression: {error}") from None
    return value


def _number(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (int, float, str, Decimal)):
        raise ValueError("a number is needed")  # noqa: TRY004 - pydantic turns only ValueError into a finding
    return _exact(str(value), "a number")


Share = Annotated[Decimal, BeforeValidator(_share)]
Span = Annotated[timedelta, BeforeValidator(_span)]
Money = Annotated[int, BeforeValidator(_money)]
Number = Annotated[Decimal, BeforeValidator(_number)]
Pattern = Annotated[str, AfterValidator(_pattern)]
Words = tuple[str, ...]
