"""A verdict as SARIF 2.1.0: what the standard demands is there, and what it does not know is in properties."""

import json
from datetime import date

from campaignctl.domain.findings import About, Excused, Finding, NotRun, Severity, Verdict
from campaignctl.domain.observations import Place
from campaignctl.domain.pages import ReadablePage
from campaignctl.rules.pages import pages
from campaignctl.writers.findings_sarif import Run, verdict_sarif

LEVELS = {"none", "note", "warning", "error"}
PAGE = ReadablePage("SKU204", "flash-deal-above-low", "error", "products", "It is too high.", "It is refused.", (("Cure", "Lower it."),), ("Products\n | Price",))  # fmt: skip
CELL = Place("registrations/größe & co #1.xlsx", "Products", 7, "Deal price", "F7")
ERROR = Finding("SKU204", "flash-deal-above-low", Severity.ERROR, CELL, "=1+1", "price 9 </script>", "Lower it.", 1299, About("S-001", "17", "HD26-02"))  # fmt: skip
BARE = Finding("XYZ999", "unheard-of", Severity.NOTE, Place("campaign.xlsx"), "", "cut short", "Save it again")
EXCUSED = Excused(ERROR, "Ignore", "agreed by phone", "Kai Lund", date(2026, 11, 27))


def sarif(*findings, **more):
    verdict = Verdict(findings, more.pop("not_run", ()), 120, 2, 28, (), **more)
    return json.loads(verdict_sarif(verdict, Run((PAGE,), "0.1.0", "HD26", "USD", 1)))


def run_of(*findings, **more):
    (run,) = sarif(*findings, **more)["runs"]
    return run


def test_the_log_is_of_the_version_that_its_schema_names():
    log = sarif(ERROR)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    assert set(log) == {"$schema", "version", "runs"}


def test_the_tool_names_its_rules_with_words_help_and_level():
    driver = run_of()["tool"]["driver"]
    assert driver["name"] == "campaignctl"
    (rule,) = driver["rules"]
    assert (rule["id"], rule["name"]) == ("SKU204", "FlashDealAboveLow")
    assert rule["shortDescription"] == {"text": "It is too high."}
    assert "**Cure** Lower it." in rule["help"]["markdown"]
    assert rule["defaultConfiguration"]["level"] in LEVELS


def test_a_result_points_at_its_rule_its_file_and_its_cell():
    (result,) = run_of(ERROR)["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("SKU204", 0, "error")
    assert result["message"]["text"] == "Price 9 </script>. Lower it."
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"] == {
        "uri": "registrations/gr%C3%B6%C3%9Fe%20%26%20co%20%231.xlsx",
        "uriBaseId": "CAMPAIGN",
    }
    assert location["logicalLocations"] == [{"name": "F7", "fullyQualifiedName": "Products!F7", "kind": "cell"}]
    assert result["properties"]["amount"] == "12.99"
    assert result["properties"]["value"] == "=1+1"


def test_a_finding_of_a_whole_file_has_no_cell_and_one_of_an_unknown_rule_no_index():
    (result,) = run_of(BARE)["results"]
    assert "ruleIndex" not in result
    assert "logicalLocations" not in result["locations"][0]
    assert "amount" not in result["properties"]


def test_a_fingerprint_stays_when_the_file_is_renamed_and_the_row_moves():
    moved = Finding(**{**_fields(ERROR), "place": Place("a.xlsx", "Products", 9, "Deal price", "F9"), "value": "2"})
    other = Finding(**{**_fields(ERROR), "about": About("S-002", "17", "HD26-02")})
    one, two, three = (tuple(each["partialFingerprints"].values()) for each in run_of(ERROR, moved, other)["results"])
    assert one == two != three


def _fields(finding):
    return {name: getattr(finding, name) for name in finding.__slots__}


def test_an_ignored_finding_is_a_suppressed_result_and_a_reweighed_one_says_its_rule_s_level():
    (kept,) = run_of(suppressed=(EXCUSED,))["results"]
    assert kept["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "agreed by phone (Kai Lund, until 2026-11-27)"}
    ]
    lowered = Finding(**{**_fields(ERROR), "severity": Severity.NOTE})
    (result,) = run_of(lowered, reweighed=(EXCUSED,))["results"]
    assert (result["level"], result["properties"]["ruleLevel"]) == ("note", "error")
    assert "suppressions" not in result


def test_the_invocation_says_how_it_ended_and_what_was_not_checked():
    (invocation,) = run_of(not_run=(NotRun("SKU204", 3, "list price blank"),))["invocations"]
    assert invocation["exitCode"] == 1
    assert invocation["executionSuccessful"] is True
    (told,) = invocation["toolExecutionNotifications"]
    assert told["associatedRule"] == {"id": "SKU204", "index": 0}
    assert told["message"]["text"] == "SKU204 could not check 3 rows: list price blank"


def test_every_rule_has_what_the_standard_asks_of_a_descriptor():
    log = json.loads(verdict_sarif(Verdict((), (), 0, 0, 0, ()), Run(pages(), "0.1.0")))
    described = log["runs"][0]["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in described}) == len({rule["name"] for rule in described}) == len(described)
    for rule in described:
        assert rule["name"].isalnum()
        assert all(rule[key]["text"].strip() for key in ("shortDescription", "fullDescription", "help"))
        assert rule["defaultConfiguration"]["level"] in LEVELS


def test_text_without_bytes_in_utf8_is_replaced_and_equal_verdicts_are_equal_bytes():
    lone = Finding(**{**_fields(BARE), "message": "lone \ud800 surrogate"})
    text = verdict_sarif(Verdict((lone,), (), 0, 0, 0, ()), Run((), "0.1.0"))
    assert "Lone ? surrogate." in text
    assert text == verdict_sarif(Verdict((lone,), (), 0, 0, 0, ()), Run((), "0.1.0"))
