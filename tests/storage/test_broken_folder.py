"""A file of a community's folder that ends too early: the mistake stands at its end."""

import shutil
from pathlib import Path

from storage.community_folder import read_folder

FOLDER = Path(__file__).parents[2] / "examples" / "jiangwan"


def test_a_file_that_was_cut_off_is_wrong_at_its_last_line(tmp_path: Path) -> None:
    folder = tmp_path / "jiangwan"
    shutil.copytree(FOLDER, folder)
    (folder / "community.toml").write_text('code = "jiangwan"\nname = "一"\nlist = [', "utf-8")
    found = [each for each in read_folder(folder).mistakes if each.mistake.code == "not_toml"]
    assert [(each.file, each.line) for each in found] == [("community.toml", 3)]
