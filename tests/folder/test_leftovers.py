"""What an earlier run wrote, and this one does not, is taken away; nothing else is touched."""

from campaignctl.domain.uploads import is_upload
from campaignctl.folder.leftovers import remove_leftovers


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


def test_a_place_that_is_not_there_has_none(tmp_path):
    assert remove_leftovers(tmp_path / "nowhere", [], is_upload) == ()
