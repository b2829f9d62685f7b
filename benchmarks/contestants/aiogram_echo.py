"""A plain echo bot on aiogram as it comes: nothing stored, one message back."""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

from benchmarks.process import stay_on


async def echo(message: Message) -> None:
    """Say the same."""
    await message.answer(message.text or "photo")


async def main(base_url: str, token: str) -> None:
    """Poll until the process is ended."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(base_url))
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    print("ready", flush=True)
    await dispatcher.start_polling(Bot(token, session=session), handle_signals=False)


if __name__ == "__main__":
    stay_on(0)
    asyncio.run(main(sys.argv[1], sys.argv[2]))
