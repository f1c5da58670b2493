"""A shop is to be written to in a language in which the campaign has no letters.

Its letters come in another one, or not at all.
"""

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows | tuple[()]:
    """Find languages that the Campaign sheet does not name; it names none while the line is blank."""
    languages = case.field("languages")
    if languages is None:
        return ()
    sellers = case.sellers
    known = {word.casefold() for word in str(languages).split("; ")}
    strange = ~sellers["language"].astype("str").str.casefold().isin(known)
    say = "{shop_name} reads {language}; the campaign has letters in {languages}"
    return failing(sellers, strange, at="language", say=say, languages=pd.Series(str(languages), index=sellers.index))


RULE = Rule(
    code="SEL122",
    name="language-without-letters",
    severity=Severity.WARNING,
    over="sellers",
    where=lambda sellers: sellers["language"].notna(),
    check=check,
    fix="Add the language on the Campaign sheet, or choose one of {languages}.",
    examples=(
        draw("""
Campaign
 | Languages
 | en; zh-CN
Sellers
   | Seller ID | Shop name    | Category    | Tier   | Language
 7 | S-001     | Moss & Amber | Beauty      | Growth | en
 8 | S-002     | Kind Home    | Home        | Growth | es       | <- Kind Home reads es; the campaign has letters in en; zh-CN
 9 | S-003     | Lumeria      | Electronics | Growth |
"""),
    ),
)
