"""Mistyped commands: one plain sentence in the operator's language, no English box."""

import pytest

from tests.command_line.terminal import Terminal

MISTYPED = [
    (("check",), "少写了 folder"),
    (("check", "a", "b"), "没有这样的命令，或者多写了什么"),
    (("chek",), "没有这样的命令"),
    (("invite", "worker_1", "--hours", "many"), "hours 的值不合适"),
    (("status", "--loud"), "没有选项 --loud"),
]


@pytest.mark.parametrize(("words", "sentence"), MISTYPED)
def test_what_is_mistyped_is_said_plainly(
    terminal: Terminal, words: tuple[str, ...], sentence: str
) -> None:
    terminal.settings["LANG"] = "zh_CN.UTF-8"
    said = terminal.run(*words)
    assert said.code == 2
    assert sentence in said.words
    assert "Usage" not in said.words
    assert "--help" in said.words
