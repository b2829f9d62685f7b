"""What every process of the benchmark does first: stay on one core, end with its parent."""

import os
import sys
import threading


def stay_on(core: int) -> None:
    """Pin this process to a core and let it end when its standard input is closed."""
    os.sched_setaffinity(0, {core % (os.cpu_count() or 1)})
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    sys.stdin.read()
    os._exit(0)
