"""Which shop of the Sellers sheet a word means: its id, in whatever case, or its name where only one shop bears it."""

from collections import Counter
from dataclasses import dataclass, field

import pandas as pd

from campaignctl.readers.cells import clean, folded


@dataclass(frozen=True, slots=True)
class Shops:
    """The shops that are invited: ids by their small letters, and names that no two of them bear."""

    by_id: dict[str, str] = field(default_factory=dict)
    by_name: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, sellers: pd.DataFrame) -> "Shops":
        """Return the shops of a Sellers sheet as read."""
        listed = sellers.dropna(subset=["seller_id"]).drop_duplicates("seller_id")
        ids = listed["seller_id"].astype("str").tolist()
        names = [folded(str(name)) for name in listed["shop_name"].fillna("")]
        times = Counter(names)
        return cls(
            {id_.casefold(): id_ for id_ in ids},
            {name: id_ for name, id_ in zip(names, ids, strict=True) if name and times[name] == 1},
        )

    def known(self, text: str) -> str:
        """Return the id that a text is; blank when it is none."""
        return self.by_id.get(clean(text).casefold(), "")

    def named(self, text: str) -> str:
        """Return the id of the only shop with a name; blank when there is none, or more than one."""
        return self.by_name.get(folded(text), "")
