"""The process that measures: started late, killed when it takes too long, and never missed."""

import asyncio
import os
import signal
import sys

import pytest

from bot.file_kinds import FileKind
from bot.photo_quality import Fault, Judgement, judge_photo
from handlers.photo_check import LARGEST, PhotoCheck, PhotoTooLargeError, advice_key
from handlers.photo_measuring import measure
from tests.handlers.photos import made
from tests.handlers.photos.made import jpeg
from tests.messages.samples import LANGUAGES, sentences


def process_of(check: PhotoCheck) -> asyncio.subprocess.Process:
    process = check._process  # noqa: SLF001 - nobody else may know it
    assert process
    return process


async def test_photos_are_measured_one_after_the_other_by_one_process() -> None:
    async with PhotoCheck() as check:
        assert check._process is None  # noqa: SLF001 - it starts with the first photo
        good, dark = jpeg(made.page()), jpeg(made.darkened(0.1))
        found = await asyncio.gather(check.check_photo(good), check.check_photo(dark))
        first = process_of(check).pid
        assert tuple(found) == (measure(good), measure(dark))
        assert await check.check_photo(b"") == measure(b"")
        assert process_of(check).pid == first


async def test_a_bomb_is_refused_before_it_is_decoded_and_the_process_goes_on() -> None:
    async with PhotoCheck() as check:
        for width, height in ((30_000, 30_000), (10_000, 10_000), (2_000_000_000, 2)):
            photo = await check.check_photo(made.bomb(width, height))
            assert photo.fault is Fault.TOO_MANY_PIXELS
        assert judge_photo(await check.check_photo(jpeg(made.page()))) == (Judgement.FINE,)


async def test_the_largest_thumb_is_answered() -> None:
    async with PhotoCheck() as check:
        photo = await check.check_photo(made.thumb())
        assert judge_photo(photo) == (Judgement.NOTHING_TO_READ,)


async def test_a_photo_that_takes_too_long_is_given_up_and_the_next_is_measured() -> None:
    async with PhotoCheck() as check:
        await check.check_photo(b"")
        process = process_of(check)
        os.kill(process.pid, signal.SIGSTOP)
        check._seconds = 0.2  # noqa: SLF001 - nobody wants to wait for the real limit
        photo = await check.check_photo(jpeg(made.page()))
        assert (photo.kind, photo.fault) == (FileKind.JPEG, Fault.GAVE_UP)
        assert process.returncode == -signal.SIGKILL
        check._seconds = 30  # noqa: SLF001
        assert judge_photo(await check.check_photo(jpeg(made.page()))) == (Judgement.FINE,)


async def test_a_process_that_died_is_started_again() -> None:
    async with PhotoCheck() as check:
        await check.check_photo(b"")
        process_of(check).kill()
        assert (await check.check_photo(jpeg(made.page()))).fault is Fault.GAVE_UP
        assert (await check.check_photo(jpeg(made.page()))).fault is Fault.NONE


async def test_an_answer_that_nobody_waited_for_is_not_taken_for_the_next() -> None:
    async with PhotoCheck() as check:
        await check.check_photo(b"")
        first = asyncio.create_task(check.check_photo(made.thumb()))
        await asyncio.sleep(0.01)
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        assert (await check.check_photo(made.PDF)).kind is FileKind.PDF


async def test_more_than_telegram_hands_out_is_refused() -> None:
    async with PhotoCheck() as check:
        with pytest.raises(PhotoTooLargeError):
            await check.check_photo(bytes(LARGEST + 1))


async def test_closing_ends_the_process_and_closing_again_does_nothing() -> None:
    check = PhotoCheck()
    await check.check_photo(b"")
    process = process_of(check)
    await check.close()
    await check.close()
    assert process.returncode is not None


async def test_a_machine_that_cannot_start_it_gives_up_politely(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/program")
    async with PhotoCheck() as check:
        assert (await check.check_photo(b"")).fault is Fault.GAVE_UP


def test_every_judgement_has_advice_in_every_language() -> None:
    for language in LANGUAGES:
        for code in Judgement:
            assert sentences(language)[advice_key(code)]
