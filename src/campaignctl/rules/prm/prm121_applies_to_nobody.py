"""A promotion applies to a seller, a category or a livestream that there is not.

It is set up for nobody, or whoever sets it up guesses who was meant.
"""

from collections.abc import Iterator

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import standing
from campaignctl.rules.rule import Rows, Rule, failing

SCOPES = ("Category", "Seller", "Livestream")


def check(case: Case) -> Iterator[Rows]:
    """Find names in Which that no row of the sheet they belong to has, in any case."""
    rows = case.promotions
    names = rows["which"].str.split("; ").explode()
    sheets = {"Category": "Sellers and Products have", "Seller": "Sellers has", "Livestream": "Livestreams has"}
    for scope, known in _known(case).items():
        lost = names[rows["applies_to"].eq(scope).reindex(names.index) & ~names.str.casefold().isin(known)]
        few = rows.loc[lost.index.unique()]
        yield failing(
            few,
            few["which"].notna(),
            at="which",
            say="{there} no {scope} “{lost}”",
            fix="Correct Which, or add “{lost}” where it is missing.",
            lost=lost.groupby(level=0).agg("”, “".join),
            scope=scope.lower(),
            there=sheets[scope],
        )


def _known(case: Case) -> dict[str, set[str]]:
    """Return what each scope may name, casefolded; a scope whose sheet was not found is not judged."""
    columns = {
        "Category": (case.sellers["category"], case.sku_lines["category"], case.registrations["main_category"]),
        "Seller": (case.sellers["seller_id"], case.sellers["shop_name"]),
        "Livestream": (case.frames["livestreams"]["stream_id"], case.frames["livestreams"]["title"]),
    }
    needed = {"Category": "sellers", "Seller": "sellers", "Livestream": "livestreams"}
    return {
        scope: {name.casefold() for column in named for name in column.dropna().unique()}
        for scope, named in columns.items()
        if needed[scope] in case.read_sheets
    }


RULE = Rule(
    code="PRM121",
    name="applies-to-nobody",
    severity=Severity.ERROR,
    over="promotions",
    where=lambda rows: standing(rows) & rows["applies_to"].isin(SCOPES),
    needs=("which",),
    check=check,
    fix="Correct Which, or add what it names.",
    see=("WBK106",),
    examples=(
        draw("""
Promotions
   | ID      | Tool             | Applies to | Which
 7 | HD26-01 | Product discount | Seller     | S-001
 8 | HD26-02 | Product discount | Seller     | S-001; S-099; S-100 | <- Sellers has no seller “S-099”, “S-100”
 9 | HD26-03 | Product discount | Category   | beauty
10 | HD26-04 | Product discount | Category   | Garden              | <- Sellers and Products have no category “Garden”
11 | HD26-05 | LIVE flash deal  | Livestream | HD26-L01
12 | HD26-06 | LIVE flash deal  | Livestream | HD26-L09            | <- Livestreams has no livestream “HD26-L09”
Livestreams
   | Stream ID | Title
 7 | HD26-L01  | Opening night
"""),
    ),
)
