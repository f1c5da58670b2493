"""Lines whose promotion never sets the price, with the promotion that does."""

import numpy as np
import pandas as pd

from campaignctl.pricing.no_effect import outranked
from campaignctl.rules.case import Case
from campaignctl.rules.prm._limits import tool_words


def idle_lines(case: Case) -> pd.DataFrame:
    """Return such lines of those that a rule was shown, without pairs that the marketplace bars or warns of.

    Beside their own columns: ``line`` (position), ``said`` (its tool in words), ``by`` (the promotion that sets the price) and
    ``by_money`` (what it makes of it).
    """
    idle = outranked(case.prices)
    labels = case.whole.sku_lines.index[idle["line"].to_numpy(dtype="int64")]
    idle = idle.set_axis(labels, axis=0)[labels.isin(case.sku_lines.index) & ~_told(case, idle)]
    lines = case.sku_lines.loc[idle.index]
    names = [tool_words(name) for name in lines["tool_name"].astype("str")]
    price = pd.array(idle["price"].to_numpy(dtype="int64"), dtype="Int64")
    return lines.assign(line=idle["line"], by=idle["by"], by_money=price, said=names)


def _told(case: Case, idle: pd.DataFrame) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Whether the marketplace has something against the pair, which other rules tell."""
    tools = {offer.id: offer.tool for offer in case.prices.offers}
    pairs = list(zip(idle["offer"], idle["by"], strict=True))
    told = {(own, by): bool(case.profile.conflicts(tools[own], tools[by])) for own, by in set(pairs)}
    return np.array([told[pair] for pair in pairs], dtype=bool)
