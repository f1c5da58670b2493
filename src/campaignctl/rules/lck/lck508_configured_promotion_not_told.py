"""A file of configured promotions does not say which promotion of the campaign it shows.

It is compared with nothing. Rows are told by our own ID, by the Marketplace ID of the Promotions sheet, by the title,
or by the name of an upload file.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing

_SAME = ["file", "sheet", "marketplace_id", "title"]


def check(case: Case) -> Rows:
    """Find the first row of each file and promotion that is not told; a list may hold those of other campaigns."""
    rows = case.frames["configured"]
    called = rows["title"].fillna(rows["marketplace_id"]).fillna("the file")
    first = ~rows.duplicated(_SAME)
    say = "Nobody can tell which promotion {called} is; its rows were not compared with the lock"
    return failing(rows, first, at="product_id", say=say, called=called)


RULE = Rule(
    code="LCK508",
    name="configured-promotion-not-told",
    severity=Severity.NOTE,
    over="configured",
    where=lambda rows: ~rows["promotion_known"],
    check=check,
    fix="Type its Marketplace ID in the Promotions sheet, or leave the upload file its name.",
    see=("LCK509",),
    examples=(
        draw("""
Locked Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500   | 5
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200   | 2
Products
   | Promotion ID | Product ID          | SKU ID              | List price | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729384756102938471 | 1729500011223344501 | 32.00      | 24.99          | 500   | 5
 8 | HD26-01      | 1729384756102938472 | 1729500011223344502 | 46.00      | 36.80          | 200   | 2
Configured
   | Own ID  | Title        | Product ID          | SKU ID              | Deal price
 2 |         | Some old one | 1729384756102938471 | 1729500011223344501 | 24.99      | <- Nobody can tell which promotion Some old one is; its rows were not compared with the lock
 3 |         | Some old one | 1729384756102938472 | 1729500011223344502 | 36.80
"""),
    ),
)
