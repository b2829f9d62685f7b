"""What whoever runs the bot can put right."""


class OperatorError(Exception):
    """Something is missing or wrong; `code` names the operator's sentence, `detail` fills it."""

    def __init__(self, code: str, detail: str = "", known: tuple[str, ...] = ()) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
        self.known = known
