"""A marketplace profile: everything that one marketplace in one country allows, asks and charges."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, field_validator, model_validator

from campaignctl.domain.money import CURRENCIES
from campaignctl.marketplaces.closed import Closed
from campaignctl.marketplaces.schema.discounts import Range
from campaignctl.marketplaces.schema.entry import Commission, Entry, Fee
from campaignctl.marketplaces.schema.limits import Limit, Share, Source, Sourced, Span, Weight
from campaignctl.marketplaces.schema.stacking import Audience, Conflict, Layer, Segment
from campaignctl.marketplaces.schema.terms import Duration, ItemId, Level, Title
from campaignctl.marketplaces.schema.tool import Tool

Key = Field(pattern=r"^[a-z][a-z0-9_]*$")


class Errors(Sourced):
    """The marketplace's own error codes in our words."""

    codes: dict[str, str]

    @property
    def text(self) -> str:
        """How many codes are known."""
        return f"{len(self.codes)} error codes"


class Switches(Closed):
    """What the marketplace leaves unclear: how much it weighs here. A team's own profile may set each otherwise.

    Prices follow the pairs too: with ``error`` a LIVE deal and an offer that the platform pays for do not meet, with
    ``ignore`` a pair meets as if nothing were unclear, else it meets and the price is marked.
    """

    overlap_same_tool: Limit[Weight] | None = None
    coupon_without_threshold: Limit[Weight] | None = None
    live_deal_meets_platform_offers: Limit[Weight] | None = None


class Profile(Closed):
    """One marketplace in one country. ``key`` and the keys of ``tools`` are single lower-case words.

    The profile that ``leads`` stands first in lists, and is meant where a campaign names no marketplace.
    """

    name: str
    key: str = Key
    family: str = Key
    aliases: tuple[str, ...] = ()
    leads: bool = False
    country: str = Field(pattern=r"^[A-Z]{2}$")
    zone: str
    zones: tuple[str, ...] = ()
    currency: str
    rounding: Literal["half up", "half even", "down", "up"] = "half up"
    date_order: Literal["mdy", "dmy", "ymd"]
    week_starts: Literal["Monday", "Sunday"] = "Monday"
    sources: dict[str, Source]

    return_window: Limit[Span] | None = None
    highest_combined_discount: Limit[Share] | None = None
    details_kept: Limit[Span] | None = None
    title: Title = Title.model_construct()
    item_id: ItemId = ItemId.model_construct()
    rejects: Limit[Literal["row", "file"]] | None = None

    layers: tuple[Layer, ...]
    audiences: tuple[Audience, ...] = ()
    segments: tuple[Segment, ...] = ()
    tools: dict[str, Tool]
    conflicting: tuple[Conflict, ...] = ()
    entry: dict[str, Entry] = Field(default_factory=dict)
    fees: tuple[Fee, ...] = ()
    commission: dict[str, Commission] = Field(default_factory=dict)
    switches: Switches = Switches.model_construct()
    errors: Errors | None = None

    @field_validator("zone", "zones", mode="after")
    @classmethod
    def _known_zone(cls, value: Any) -> Any:
        for zone in (value,) if isinstance(value, str) else value:
            try:
                ZoneInfo(zone)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                raise ValueError(f"{zone!r} is not a time zone of the IANA list") from None
        return value

    @field_validator("currency")
    @classmethod
    def _known_currency(cls, value: str) -> str:
        if value not in CURRENCIES:
            raise ValueError(f"{value!r} is not one of {', '.join(CURRENCIES)}")
        return value

    @model_validator(mode="after")
    def _hangs_together(self) -> "Profile":
        layers = {layer.key for layer in self.layers}
        pairs = {*self.tools, *(tool.stack_group for tool in self.tools.values())}
        named = [(f"tools.{key}.layer", tool.layer, layers) for key, tool in self.tools.items()]
        for place, conflict in enumerate(self.conflicting):
            named += [(f"conflicting.{place}.between", key, pairs) for key in conflict.between]
        for place, audience in enumerate(self.audiences):
            named += [(f"audiences.{place}.tools", key, set(self.tools)) for key in audience.tools]
        for name, entry in self.entry.items():
            named += [(f"entry.{name}.tools", key, set(self.tools)) for key in entry.tools]
        for path, key, there in named:
            if key not in there:
                raise ValueError(f"{path}: {key!r} is not in this profile")
        return self

    @model_validator(mode="after")
    def _no_name_twice(self) -> "Profile":
        taken: dict[str, str] = {}
        for key, tool in self.tools.items():
            for word in sorted(_words_of(key, tool)):
                if taken.setdefault(word, key) != key:
                    raise ValueError(f"tools.{key}: tools.{taken[word]} has the name {word!r} too")
        return self

    @cached_property
    def tool_keys(self) -> Mapping[str, str]:
        """The key of every tool by its key, name and aliases, all casefolded: for mapping a whole column at once."""
        return {word: key for key, tool in self.tools.items() for word in _words_of(key, tool)}

    def tool_key(self, name: str) -> str | None:
        """Return the key of the tool called ``name`` (key, name or alias, in any case); None when there is none."""
        return self.tool_keys.get(" ".join(name.split()).casefold())

    def tool(self, name: str) -> Tool | None:
        """Return the tool called ``name`` (key, name or alias, in any case); None when there is none."""
        key = self.tool_key(name)
        return None if key is None else self.tools[key]

    def discount_range(
        self, tool: str, on: date, category: str = "", region: str = "", price: int | None = None
    ) -> Range | None:
        """Return how deep a discount ``tool`` allows on a day; ``price`` is the list price in minor units."""
        found = self.tool(tool)
        return None if found is None else found.discount_range(on, category, region, price)

    def duration(self, tool: str) -> Duration:
        """Return how long ``tool`` may run; without limits when nothing is known."""
        found = self.tool(tool)
        return Duration() if found is None else found.duration

    def title_rules(self, tool: str) -> Title:
        """Return what a promotion of ``tool`` may be called: the tool's own rules, else those for all."""
        own = None if (found := self.tool(tool)) is None else found.title
        if own is None:
            return self.title
        return Title(longest=own.longest or self.title.longest, unique=own.unique or self.title.unique)

    def conflicts(self, one: str, other: str) -> tuple[Conflict, ...]:
        """Return why two tools (or one with itself) may not meet; empty when nothing speaks against it.

        A tool of the price layer that meets itself, where the profile names no rule, weighs as the switch says.
        """
        first, second = self._names_in_conflicts(one), self._names_in_conflicts(other)
        named = tuple(each for each in self.conflicting if each.is_between(first, second))
        return named or (self._same_tool(one) if first == second else ())

    def _names_in_conflicts(self, name: str) -> frozenset[str]:
        key = self.tool_key(name)
        return frozenset() if key is None else frozenset({key, self.tools[key].stack_group} - {""})

    def _same_tool(self, name: str) -> tuple[Conflict, ...]:
        tool, switch = self.tool(name), self.switches.overlap_same_tool
        key = self.tool_key(name)
        if tool is None or key is None or switch is None or tool.layer != self.layers[0].key:
            return ()
        traced = switch.model_dump(include={"source", "checked", "trust", "marketplace", "url", "note"})
        says = f"two promotions of the kind {tool.name} on one SKU at a time"
        return (Conflict(**traced, weight=switch.value, between=(key, key), at="sku", says=says),)

    def limits(self) -> Iterator[tuple[str, Sourced]]:
        """Yield everything in the profile that has a source, with its path: ``tools.flash_deal.duration.longest``."""
        return _sourced("", self)

    def choices(self, marketplaces: Sequence[str] = ()) -> Mapping[str, Sequence[str]]:
        """Return the words of every drop-down that a profile fills; ``marketplaces`` are the names to offer."""
        used = {level for tool in self.tools.values() if tool.levels for level in tool.levels.value}
        return {
            "profile:tools": tuple(tool.name for tool in self.tools.values()),
            "profile:levels": tuple(level for level in get_args(Level) if level in used),
            "profile:marketplaces": tuple(dict.fromkeys((self.name, *marketplaces))),
            "profile:zones": tuple(dict.fromkeys((self.zone, *self.zones))),
            "profile:currencies": (self.currency,),
        }


def _sourced(path: str, part: object) -> Iterator[tuple[str, Sourced]]:
    if isinstance(part, Sourced):
        yield path, part
    parts: Iterable[tuple[object, object]] = ()
    if isinstance(part, Closed):
        parts = ((name, getattr(part, name)) for name in type(part).model_fields)
    elif isinstance(part, dict):
        parts = part.items()
    elif isinstance(part, tuple):
        parts = enumerate(part)
    for name, inner in parts:
        yield from _sourced(f"{path}.{name}" if path else str(name), inner)


def _words_of(key: str, tool: Tool) -> set[str]:
    return {word.casefold() for word in (key, tool.name, tool.code, *tool.aliases) if word}
