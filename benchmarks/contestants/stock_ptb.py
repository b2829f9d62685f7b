"""A plain echo bot on python-telegram-bot as it comes: nothing stored, one message back."""

import sys
from importlib.machinery import ModuleSpec, PathFinder

from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

from benchmarks.process import stay_on


class WithoutSniffio(PathFinder):
    """Looks for modules as ever, but never finds `sniffio`: PTB does not bring it along."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None) -> ModuleSpec | None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        """Do the whole search, then say that there is no sniffio."""
        found = PathFinder.find_spec(fullname, path, target)
        return None if fullname == "sniffio" else found


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Say the same."""
    if update.message:
        await update.message.reply_text(update.message.text or "photo")


def main(base_url: str, token: str) -> None:
    """Poll until the process is ended."""
    application = (
        ApplicationBuilder().token(token).base_url(f"{base_url}/bot").post_init(_ready).build()
    )
    application.add_handler(MessageHandler(filters.ALL, echo))
    application.run_polling(allowed_updates=["message"])


async def _ready(_: object) -> None:
    print("ready", flush=True)


if __name__ == "__main__":
    stay_on(0)
    if sys.argv[3] == "without_sniffio":
        sys.meta_path[sys.meta_path.index(PathFinder)] = WithoutSniffio
    main(sys.argv[1], sys.argv[2])
