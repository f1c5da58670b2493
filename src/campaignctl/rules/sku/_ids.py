"""The marketplace's form of an ID, and which lines break it: such an ID names nothing, and cannot be compared."""

from typing import Any

import numpy as np
import pandas as pd

from campaignctl.marketplaces.schema import Profile
from campaignctl.rules.case import Case
from campaignctl.rules.sku._items import distinct, item_codes


def malformed(ids: "pd.Series[Any]", profile: Profile) -> "pd.Series[bool]":
    """Whether an ID that is there is not digits of the marketplace's length; false where no length is known.

    A clean column, which most are, is judged in one go.
    """
    form = profile.item_id
    given = ids.dropna().to_list()
    if not given or not form.shortest or not form.longest or not form.shortest.severity:
        return pd.Series(data=False, index=ids.index)
    whole, lengths = "".join(given), set(map(len, given))
    if (
        whole.isascii()
        and whole.isdigit()
        and form.shortest.value <= min(lengths) <= max(lengths) <= form.longest.value
    ):
        return pd.Series(data=False, index=ids.index)
    digits = f"[0-9]{{{form.shortest.value},{form.longest.value}}}"
    return ids.notna() & ~ids.fillna("").str.fullmatch(digits).astype(bool)


def malformed_of_all(case: Case, key: str) -> "pd.Series[bool]":
    """Whether the ID of each SKU line in column ``key`` is malformed: every ID is looked at once."""
    codes, odd = item_codes(case, key), malformed(distinct(case, key), case.profile).to_numpy(dtype=bool)
    return pd.Series(odd[codes] & (codes >= 0) if odd.any() else np.zeros(len(codes), bool), index=case.sku_lines.index)


def form_words(profile: Profile) -> str:
    """Return the form in words, ``15–20 digits``; empty where none is known."""
    form = profile.item_id
    return f"{form.shortest.text}–{form.longest.text} digits" if form.shortest and form.longest else ""
