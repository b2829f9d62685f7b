"""A process that has everything imported and forks at a word, so that a start costs no imports.

What is killed is still a process of its own that runs `bot.py run` with real files; only the
second of importing and of reading all sentences is saved. It reads one JSON order a line and tells
when each child began and ended.
"""

import gc
import importlib.util
import json
import logging
import os
import select
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from messages.catalogue import FOLDER, LANGUAGES, Catalogue, compiled, read_language

ROOT = Path(__file__).parents[2]
QUITE_LOUD = "XIAOXIANG_TEST_LOUD_LIBRARIES"


def main() -> None:
    """Fork whenever told to, until nobody tells any more."""
    program = _program()
    _read_sentences()
    gc.collect()
    gc.freeze()
    awake, wake = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
    signal.set_wakeup_fd(wake)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    _say({"ready": os.getpid()})
    orders = b""
    while True:
        readable, _, _ = select.select([0, awake], [], [])
        if awake in readable:
            os.read(awake, 1024)
            _report_ended()
        if 0 in readable:
            read = os.read(0, 65536)
            if not read:
                return
            *lines, orders = (orders + read).split(b"\n")
            for line in lines:
                _fork(json.loads(line), program)


def _program() -> ModuleType:
    """Import `bot.py`, whose name a package has too."""
    specification = importlib.util.spec_from_file_location("xiaoxiang_bot", ROOT / "bot.py")
    assert specification is not None
    assert specification.loader is not None
    program = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(program)
    return program


def _read_sentences() -> None:
    """Check and compile what every life would: it is the same for all of them."""
    Catalogue.load({})
    for language in LANGUAGES:
        for sentence in read_language(FOLDER / language).values():
            for escape in (True, False):
                compiled(sentence, escape=escape)


def _fork(order: Mapping[str, Any], program: ModuleType) -> None:
    child = os.fork()
    if child:
        _say({"order": order["order"], "started": child})
        return
    code = 70
    try:
        _become(order)
        code = _run(order["arguments"], program)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _become(order: Mapping[str, Any]) -> None:
    """Leave nothing of the parent but what it has imported."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    log = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.environ.update(order["environment"])
    if QUITE_LOUD in os.environ:
        from handlers import logs  # noqa: PLC0415 - only this child is loud

        logs.QUIET, logs.LEVEL = (), logging.DEBUG


def _run(arguments: list[str], program: ModuleType) -> int:
    sys.argv = ["bot.py", *arguments]
    try:
        program.command_line(program.open_playground)()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    return 0


def _report_ended() -> None:
    while True:
        try:
            child, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not child:
            return
        _say({"ended": child, "code": os.waitstatus_to_exitcode(status)})


def _say(told: Mapping[str, object]) -> None:
    os.write(1, json.dumps(told).encode() + b"\n")


if __name__ == "__main__":
    main()
