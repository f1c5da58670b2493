"""The price of a campaign is the ceiling of the next one: for a while no deal may cost more than buyers paid lately."""

from datetime import timedelta

import numpy as np
import pandas as pd

from campaignctl.domain.frames import empty, framed
from campaignctl.domain.price_frames import CEILINGS
from campaignctl.marketplaces.schema import Profile
from campaignctl.pricing.laid_out import few, instants, words_of
from campaignctl.pricing.offers import NEVER
from campaignctl.pricing.paths import PricePaths
from campaignctl.pricing.shares import Ints
from campaignctl.pricing.survey import HIGHEST
from campaignctl.pricing.timeline import Story

_MICROSECOND = timedelta(microseconds=1)


def ceilings(paths: PricePaths, profile: Profile) -> pd.DataFrame:
    """Return the ceiling that each item's lowest promotion price sets, of the shape ``CEILINGS``.

    Coupons do not count. Tools whose history has no number of days are left out: nobody can say until when.
    """
    at, last = _lowest(paths)
    item = paths.survey.item[at]
    columns = paths.explainer.columns(at, np.ones(len(at), dtype="int64")) if len(at) else {}
    parts = [
        framed(
            {
                **words_of(paths.lines, paths.items.first_line[item]),
                "tools": ", ".join(names),
                "price": paths.survey.price[at],
                "set_by": few(columns["price_by"], [offer.id for offer in paths.offers]),
                "until": instants(last + window // _MICROSECOND),
                "strictly": np.full(len(item), strictly),
            },
            len(item),
            CEILINGS,
        )
        for (window, strictly), names in _look_backs(profile).items()
        if len(item)
    ]
    return pd.concat(parts, ignore_index=True) if parts else empty(CEILINGS)


def _look_backs(profile: Profile) -> dict[tuple[timedelta, bool], list[str]]:
    """Return the names of tools by how far they look back, and whether they must lie below what they find."""
    found: dict[tuple[timedelta, bool], list[str]] = {}
    for tool in profile.tools.values():
        window, strictly = tool.price_history.window, tool.price_history.strictly
        if window is not None and strictly is not None and strictly.severity is not None:
            found.setdefault((window.value, strictly.value), []).append(tool.name)
    return found


def _lowest(paths: PricePaths) -> tuple[Ints, Ints]:
    """Return, for each item that a promotion makes cheaper, a row with its lowest price, and when that ends last."""
    survey, listed = paths.survey, paths.items.listed
    lowest, ends = np.full(len(listed), HIGHEST), np.full(len(listed), NEVER)
    np.minimum.at(lowest, survey.item, survey.price)
    at = np.flatnonzero((survey.price == lowest[survey.item]) & (survey.price < listed[survey.item]))
    np.maximum.at(ends, survey.item[at], _last_seen(paths)[survey.situation[at]])
    first = at[np.unique(survey.item[at], return_index=True)[1]]
    return first, ends[survey.item[first]]


def _last_seen(paths: PricePaths) -> Ints:
    """Return when each situation is seen for the last time, in microseconds since 1970."""
    known = {id(story): _ends(story) for story in paths.stories}
    situations = [each for batch in paths.explainer.batches for each in batch.situations]
    return np.array([known[id(paths.stories[each.group])][each.scene] for each in situations], dtype="int64")


def _ends(story: Story) -> list[int]:
    ends = [NEVER] * len(story.scenes)
    for stretch in story.stretches:
        for sight in story.sights[stretch.state]:
            ends[sight.scene] = stretch.ends
    return ends
