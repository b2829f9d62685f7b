"""Mistakes that are made in a copy of the sample community, and where `check` must name them."""

from dataclasses import dataclass
from pathlib import Path

from tests.command_line.terminal import Terminal


@dataclass(frozen=True)
class Spoilt:
    """A file in which `old` is replaced by `new`; the mistake stands where `new` begins.

    Or at another `place`: `staff.csv:1`, or `staff.csv@words` for the line where words end.
    """

    file: str
    old: str
    new: str
    said: str
    place: str = ""

    def spoil(self, folder: Path) -> str:
        """Make the mistake and return its place."""
        path = folder / self.file
        text = path.read_text(encoding="utf-8")
        assert self.old in text, f"{self.file} has no «{self.old}»"
        path.write_text(text.replace(self.old, self.new, 1), encoding="utf-8")
        line = text.count("\n", 0, text.index(self.old)) + 1
        file, _, words = self.place.partition("@")
        return _line_where(folder, file, words) if words else self.place or f"{self.file}:{line}"


def _line_where(folder: Path, file: str, words: str) -> str:
    text = (folder / file).read_text(encoding="utf-8")
    return f"{file}:{text.count(chr(10), 0, text.index(words) + len(words)) + 1}"


def is_named(terminal: Terminal, folder: Path, mistake: Spoilt) -> None:
    """Make a mistake, and see that `check` names it on its line and changes nothing."""
    place = mistake.spoil(folder)
    said = terminal.run("check", str(folder))
    assert said.code == 1
    found = [each for each in said.words.splitlines() if mistake.said in each]
    assert found, said.words
    assert found[0].startswith(f"{folder}/{place}: ")
    assert not terminal.data.exists()
