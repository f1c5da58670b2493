"""The known marketplaces in words: what each allows, tool by tool, and where and when every limit was read."""

import re
from collections.abc import Iterator
from pathlib import Path

from campaignctl.domain.pages import ReadablePage
from campaignctl.marketplaces.load import known, load
from campaignctl.marketplaces.schema import Profile
from campaignctl.marketplaces.schema.limits import Sourced

GENERAL = "All tools"
SEAM = " · "
"""Stands between the tool and what is limited, in a fact's heading."""


def pages(folder: Path | None = None) -> tuple[ReadablePage, ...]:
    """Return the page of every marketplace: those in ``folder``/marketplaces, then ours.

    ``CannotRead`` when a profile is broken.
    """
    return tuple(page(name, folder) for name in known(folder))


def page(name: str, folder: Path | None = None) -> ReadablePage:
    """Return one marketplace by its name, key or alias; ``CannotRead`` when there is none."""
    profile = load(name, folder)
    limits = [limit for _, limit in profile.limits()]
    checked = max((limit.checked for limit in limits), default=None)
    read = f", read on {checked}" if checked else ""
    return ReadablePage(
        code=profile.key,
        name=profile.name,
        mark=profile.currency,
        family=profile.country,
        what=f"{len(profile.tools)} tools, {len(limits)} limits from {len(profile.sources)} pages{read}.",
        why="A limit that stands nowhere is never checked. A profile of your own goes into the folder marketplaces.",
        facts=tuple(_facts(profile)),
    )


def _facts(profile: Profile) -> Iterator[tuple[str, str]]:
    for path, limit in profile.limits():
        yield f"{_tool(profile, path)}{SEAM}{_limited(path)}", _worded(limit)
    for key, source in profile.sources.items():
        where = f" {source.url}" if source.url else ""
        yield f"Sources{SEAM}{key}", f"{source.title} ({source.trust}, read on {source.checked}){where}"


def _tool(profile: Profile, path: str) -> str:
    group, _, rest = path.partition(".")
    key = rest.partition(".")[0]
    return profile.tools[key].name if group == "tools" and key in profile.tools else GENERAL


def _limited(path: str) -> str:
    """Return what a path limits, in words: ``tools.flash_deal.duration.longest`` is ``duration longest``."""
    words = re.sub(r"^tools\.\w+\.", "", path)
    return re.sub(r"\.\d+\b", "", words).replace(".", " ").replace("_", " ")


def _worded(limit: Sourced) -> str:
    """Return a limit with its source, and how little a breach weighs where it is no error."""
    weight = "" if limit.weight == "error" else f", {limit.weight}"
    return f"{limit.text} ({limit.source}{weight})"
