"""What the marketplace lays down for a tool, which of it counts, and how it is worded."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import pandas as pd

from campaignctl.domain.findings import Severity
from campaignctl.marketplaces.schema import Profile, Sourced, Tool
from campaignctl.rules.rule import Rows, failing

L = TypeVar("L", bound=Sourced)


def limits(profile: Profile, pick: Callable[[Tool], L | None]) -> dict[str, L]:
    """Return a limit of every tool that has it, by the tool's key; one kept on record without weight is left out."""
    found = {key: pick(tool) for key, tool in profile.tools.items()}
    return {key: limit for key, limit in found.items() if limit is not None and limit.severity is not None}


def limit_words(profile: Profile, pick: Callable[[Tool], L | None]) -> str:
    """Return a limit of all tools with its sources, for the page."""
    return "; ".join(f"{profile.tools[key].name}, {limit.words}" for key, limit in limits(profile, pick).items())


def limited(rows: pd.DataFrame, known: Mapping[str, object]) -> "pd.Series[bool]":
    """Whether a row's tool is one of those that the limit is known for."""
    return rows["tool"].isin(list(known))


def by_tool(rows: pd.DataFrame, values: Mapping[str, Any], dtype: str) -> "pd.Series[Any]":
    """Return the value of every row's tool as ``dtype``; missing where there is none."""
    return pd.Series(pd.array([values.get(key) for key in rows["tool"]], dtype=dtype), index=rows.index)  # type: ignore[call-overload]


def weighed(
    rows: pd.DataFrame, mask: "pd.Series[Any]", known: Mapping[str, Sourced], *, at: str, say: str, **more: Any
) -> Iterator[Rows]:
    """Return failing rows, each with the weight of the limit that it breaks; ``more`` as in ``failing``."""
    for severity in Severity:
        tools = [key for key, limit in known.items() if limit.severity is severity]
        if tools:
            yield failing(rows, mask & rows["tool"].isin(tools), at=at, say=say, severity=severity, **more)


def either(words: Sequence[str]) -> str:
    """Return a choice inside a sentence: ``Shop, Product or Variation``."""
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def tool_words(name: str) -> str:
    """Return a tool inside a sentence: ``flash deal``, ``LIVE flash deal``."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def a_tool(rows: pd.DataFrame) -> "pd.Series[Any]":
    """Return every row's tool with its article: ``a flash deal``, ``an A+ deal``."""
    names = {name: tool_words(name) for name in rows["tool_name"].dropna().unique()}
    return rows["tool_name"].map(
        {name: f"{'an' if said[:1] in 'aeioA' else 'a'} {said}" for name, said in names.items()}
    )


def is_coupon(tool: Tool) -> bool:
    """Whether a tool makes coupons: the profile knows something of it that only coupons have."""
    return any(getattr(tool.coupon, name) is not None for name in type(tool.coupon).model_fields)
