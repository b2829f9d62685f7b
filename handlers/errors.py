"""What whoever runs the bot can put right."""

import errno


class OperatorError(Exception):
    """Something is missing or wrong; `code` names the operator's sentence, `detail` fills it."""

    def __init__(self, code: str, detail: str = "", known: tuple[str, ...] = ()) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
        self.known = known


def port_trouble(error: OSError, port: int) -> OperatorError:
    """Say why a port cannot be listened on: it is in use, or only an administrator may use it."""
    is_forbidden = error.errno in {errno.EACCES, errno.EPERM}
    return OperatorError("port_forbidden" if is_forbidden else "port_taken", str(port))
