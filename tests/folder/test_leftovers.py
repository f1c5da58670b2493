"""What an earlier run wrote, and this one does not, is taken away; nothing else is touched."""

from campaignctl.domain.uploads import is_upload
from campaignctl.folder.leftovers import remember, remembered, remove_leftovers, remove_unchanged


def test_only_stale_files_of_ours_go(tmp_path):
    names = ("HD26-01-1.xlsx", "HD26-01-2.xlsx", "control.xlsx", "notes.txt", "HD26-01-1.csv", "my own.xlsx")
    for name in names:
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "HD26-09-1.xlsx").mkdir()
    assert remove_leftovers(tmp_path, [tmp_path / "HD26-01-1.xlsx"], is_upload) == ()
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == ["HD26-01-1.csv", "HD26-01-1.xlsx", "HD26-09-1.xlsx", "control.xlsx", "my own.xlsx", "notes.txt"]


def test_a_file_that_cannot_be_deleted_is_named(tmp_path, monkeypatch):
    stale = tmp_path / "HD26-01-2.xlsx"
    stale.write_text("x", encoding="utf-8")

    def refuse(_):
        raise PermissionError(13, "open elsewhere")

    monkeypatch.setattr(type(stale), "unlink", refuse)
    assert remove_leftovers(tmp_path, [], is_upload) == (stale,)


def test_what_a_killed_run_left_half_written_goes(tmp_path):
    (tmp_path / ".d3127922.11997.partial.xlsx").write_bytes(b"x")
    (tmp_path / ".hidden.xlsx").write_bytes(b"x")
    assert remove_leftovers(tmp_path, (), lambda name: name == "none of these") == ()
    assert {path.name for path in tmp_path.iterdir()} == {".hidden.xlsx"}


def test_a_file_open_elsewhere_stays_with_its_mark_and_is_named(tmp_path):
    for name in ("old.xlsx", "~$old.xlsx", "older.xlsx"):
        (tmp_path / name).write_bytes(b"x")
    assert remove_leftovers(tmp_path, (), lambda name: name.endswith(".xlsx")) == (tmp_path / "old.xlsx",)
    assert {path.name for path in tmp_path.iterdir()} == {"old.xlsx", "~$old.xlsx"}


def test_a_place_that_is_not_there_has_none(tmp_path):
    assert remove_leftovers(tmp_path / "nowhere", [], is_upload) == ()


def test_only_what_is_still_as_it_was_written_goes(tmp_path):
    place, memory = tmp_path / "returns", tmp_path / "cache" / "returns.json"
    place.mkdir()
    names = ("S-001.xlsx", "S-002.xlsx", "S-003.xlsx", "S-004.xlsx")
    for name in names:
        (place / name).write_text(name, encoding="utf-8")
    remember(memory, {}, [place / name for name in names])
    (place / "S-002.xlsx").write_text("somebody's note", encoding="utf-8")
    (place / "~$S-003.xlsx").write_text("open", encoding="utf-8")
    (place / "theirs.xlsx").write_text("theirs", encoding="utf-8")
    gone = remove_unchanged(place, [place / "S-004.xlsx"], remembered(memory))
    assert gone == (place / "S-001.xlsx",)
    left = {path.name for path in place.iterdir()}
    assert left == {"S-002.xlsx", "S-003.xlsx", "~$S-003.xlsx", "S-004.xlsx", "theirs.xlsx"}


def test_a_damaged_memory_remembers_nothing_and_leads_nowhere_else(tmp_path):
    memory, outside = tmp_path / "returns.json", tmp_path / "campaign.xlsx"
    assert remembered(memory) == {}
    for text in ("", "[]", '{"files": 7}', "\x00"):
        memory.write_text(text, encoding="utf-8")
        assert remembered(memory) == {}
    outside.write_text("the set-up", encoding="utf-8")
    remember(memory, {}, [outside])
    known = {f"../{name}": hash_ for name, hash_ in remembered(memory).items()}
    assert remove_unchanged(tmp_path / "returns", (), known) == ()
    assert outside.exists()
