"""Which shops are in a promotion whose cost they share with the platform."""

import pandas as pd

from campaignctl.rules.case import Case
from campaignctl.rules.promotions import co_funded
from campaignctl.rules.sel._offering import offered


def joined(case: Case) -> pd.DataFrame:
    """Return the first co-funded promotion of every shop in one, by seller ID; its part lies between 0 and 1."""
    offers = case.promotions[co_funded(case.promotions, case.profile)]
    lines = offered(case)
    named = lines[["seller_id", "promotion_id"]].merge(offers, left_on="promotion_id", right_on="id")
    for_all = offers[offers["applies_to"].eq("All registered SKUs")]
    every = lines[["seller_id"]].drop_duplicates().merge(for_all, how="cross")
    both = pd.concat([named, every])[["seller_id", "id", "seller_pays"]]
    return both.drop_duplicates("seller_id").set_index("seller_id")
