"""What can be wrong with the memory itself."""


class StorageError(Exception):
    """The database cannot be used; `code` names the operator's message, `detail` fills it."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


class ForeignAwaitError(RuntimeError):
    """A turn awaited something else than its own statements."""
