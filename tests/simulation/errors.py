"""What the program logs as an error is an error of the program."""

import logging
import traceback

from tests.simulation.reality import Reality

# Dead letters are what was promised; updates that nobody can read are part of the world.
EXPECTED = frozenset({"dead_letter"})
LOGGER = "xiaoxiang"


class ErrorsHeard(logging.Handler):
    """Collects errors into the reality."""

    def __init__(self, reality: Reality) -> None:
        super().__init__(logging.ERROR)
        self._reality = reality

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what is not expected."""
        if record.getMessage() in EXPECTED or self._is_nonsense(record):
            return
        trace = "".join(traceback.format_exception(*record.exc_info)) if record.exc_info else ""
        self._reality.errors.append(f"logged {record.getMessage()}: {trace}")

    def _is_nonsense(self, record: logging.LogRecord) -> bool:
        """Whether this is the date that no library can read (see `updates.nonsense`)."""
        error = record.exc_info[1] if record.exc_info else None
        return record.getMessage() == "turn_failed" and "year" in str(error)


def start_listening(reality: Reality) -> ErrorsHeard:
    """Collect errors from now on, and keep everything else quiet."""
    handler = ErrorsHeard(reality)
    logger = logging.getLogger(LOGGER)
    logger.setLevel(logging.ERROR)
    logger.propagate = False
    logger.addHandler(handler)
    return handler


def stop_listening(handler: ErrorsHeard) -> None:
    """Leave the logs as they were."""
    logger = logging.getLogger(LOGGER)
    logger.setLevel(logging.NOTSET)
    logger.propagate = True
    logger.removeHandler(handler)
