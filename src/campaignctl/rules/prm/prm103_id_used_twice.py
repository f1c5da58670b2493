"""Two promotions have the same ID.

A seller who nominates a SKU for that ID is promised two offers at once, and one of the two will be keyed in.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find IDs that stand in a row above, in any case."""
    rows = case.promotions
    same = rows["id"].str.casefold()
    first = rows.groupby(same)["row"].transform("min")
    return failing(rows, same.duplicated(), at="id", say="{id} already stands in row {first}", first=first)


RULE = Rule(
    code="PRM103",
    name="id-used-twice",
    severity=Severity.ERROR,
    over="promotions",
    needs=("id",),
    check=check,
    fix="Give one of the two an ID of its own.",
    see=("PRM105",),
    examples=(
        draw("""
Promotions
   | ID      | Title           | Tool
 7 | HD26-01 | Holiday prices  | Product discount
 8 | HD26-02 | Opening flash   | Flash deal
 9 | HD26-02 | Closing flash   | Flash deal      | <- HD26-02 already stands in row 8
10 | hd26-01 | Campaign prices | Campaign price  | <- hd26-01 already stands in row 7
"""),
    ),
)
