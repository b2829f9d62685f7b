"""A photo waits on disk until it was looked at once, whatever happens in between."""

from bot.community import Role
from bot.instants import Instant
from playground.faults import Fault
from storage.staff import Grant, grant_place
from tests.handlers.photos import made
from tests.handlers.street import Street
from tests.handlers.test_paper_photos import ASKED, SHOWN
from tests.handlers.transcripts import Stage

ASKING = frozenset({"getfile"})
ATTEMPTS = "SELECT attempts FROM paper_photo"
CARDS = "SELECT count(*) FROM outbox WHERE once LIKE 'photo_card:%'"
A_WHILE = 1801


async def send_page(street: Street, fault: Fault) -> None:
    """Send a good photo while Telegram has trouble, and wait until it was tried once."""
    street.playground.add_fault(fault)
    street.people["罗建华"].send_photo(made.jpeg(made.page()))
    await street.until(lambda: street.value(ATTEMPTS) == 1)


async def test_a_restart_between_photo_and_measuring_loses_and_doubles_nothing(
    stage: Stage,
) -> None:
    street = stage.street
    await stage.play(ASKED)
    await send_page(street, Fault("slow", 1, ASKING, delay_seconds=30))
    await street.stop_bot()
    await street.start_bot()
    assert street.value("SELECT state FROM paper_photo") == "measuring"
    street.playground.clock.move_forward(6)
    await stage.play("""
    罗建华:
      → 照片看得清，已经给窗口的工作人员看了
    甘志明:
      → (photo) … 请看这张照片
    bot: restarts
    甘志明:
      → nothing
    """)
    assert street.value(CARDS) == 1
    assert street.value(ATTEMPTS) == 2


async def test_a_stumbling_telegram_is_asked_again(stage: Stage) -> None:
    street = stage.street
    await stage.play(ASKED)
    await send_page(street, Fault("server_error", 1, ASKING))
    street.playground.clock.move_forward(6)
    await stage.play("""
    罗建华:
      → 照片看得清
    """)


async def test_what_telegram_does_not_give_is_given_up_with_a_plain_sentence(
    stage: Stage,
) -> None:
    street = stage.street
    await stage.play(ASKED)
    await send_page(street, Fault("server_error", None, ASKING))
    for attempt in range(2, 9):
        street.playground.clock.move_forward(A_WHILE)
        await street.until(lambda wanted=attempt: street.value(ATTEMPTS) == wanted)  # type: ignore[misc]
    await stage.play("""
    罗建华:
      → 照片没能取到，对不起 … 直接带着材料到窗口来 [📷 再拍一张]
    甘志明:
      → not: 请看这张照片
    """)


async def test_a_photo_that_telegram_refuses_is_not_asked_for_again(stage: Stage) -> None:
    street = stage.street
    await stage.play(ASKED)
    refusal = "Bad Request: file is too big"
    fault = Fault("error", 1, ASKING, code=400, description=refusal)
    await send_page(street, fault)
    await stage.play("""
    罗建华:
      → 这个文件太大了
    """)


async def test_a_photo_taken_back_while_it_is_looked_at_is_shown_to_nobody(
    stage: Stage,
) -> None:
    street = stage.street
    await stage.play(ASKED)
    await send_page(street, Fault("slow", 1, ASKING, delay_seconds=0.5))
    bot = street.bot
    assert bot
    await bot.database.turn(lambda tx: tx.run("take_photos_back", check_id=1))
    await stage.play("""
    甘志明:
      → not: 请看这张照片
    """)
    assert street.value("SELECT count(*) FROM paper_photo") == 0


async def test_of_two_clerks_the_first_word_counts(stage: Stage) -> None:
    street = stage.street
    bot = street.bot
    assert bot
    second = street.value("SELECT person_id FROM role_grant WHERE staff_code = 'worker_3'")
    assert isinstance(second, int)
    grant = Grant(0, second, "jiangwan", "worker_3", Role.CLERK)
    await bot.database.turn(lambda tx: grant_place(tx, grant, Instant(1)))
    await stage.play(f"""
    {SHOWN}
    易慧敏:
      → (photo) … 请看这张照片
    """)
    # Both have the card before them; they press in the same moment.
    first, other = street.people["甘志明"], street.people["易慧敏"]
    for phone, label in ((first, "✅"), (other, "❌")):
        card = next(each for each in reversed(phone.messages()) if "photo" in each.content)
        data = next(each for each in card.buttons() if each["text"].startswith(label))
        phone.press(card.message_id, data["callback_data"])
    await street.settle()
    words = {("fine", "clerk_1"), ("wrong_paper", "worker_3")}
    (word,) = street.rows("SELECT state, seen_by FROM paper_photo")
    assert word in words
    toasts = [each.toast or "" for each in street.playground.world.presses._in_order]  # noqa: SLF001
    told = sorted(toasts[-2:])
    assert told[0] == "好的，告诉居民了"
    assert told[1].endswith(("已经看过了：可以", "已经看过了：不是这样材料"))
    told_once = "SELECT count(*) FROM outbox WHERE once LIKE 'photo:1:' || ? || ':%'"
    assert street.value(told_once, word[0]) == 1


async def test_whoever_is_no_clerk_any_more_can_say_nothing(stage: Stage) -> None:
    await stage.play(SHOWN)
    bot = stage.street.bot
    assert bot
    await bot.database.turn(
        lambda tx: tx.run("revoke_grant", community="jiangwan", staff_code="clerk_1", now=1)
    )
    await stage.play("""
    甘志明: [✅ 可以]
      → toast: 这张照片已经不在了
    """)
    assert stage.street.value("SELECT state FROM paper_photo") == "shown"


async def test_what_nobody_looks_at_leaves_the_clerks_chats_in_time(stage: Stage) -> None:
    await stage.play(f"""
    {SHOWN}
    time: {46 * 60 + 1} minutes
    甘志明:
      → 两天没有人看，照片已撤
      → not: (photo)
    罗建华:
      → 窗口没来得及看 … 可以再发一次 [📷 再拍一张]
      → 身份证：窗口没来得及看
    罗建华: [📷 再拍一张]
    罗建华: (page)
      → 照片看得清
    甘志明:
      → (photo) … 请看这张照片
    """)


async def test_at_night_the_name_of_the_file_is_forgotten(stage: Stage) -> None:
    await stage.play(f"""
    {SHOWN}
    time: {8 * 24 * 60} minutes
    bot: restarts
    """)
    await stage.street.until(lambda: stage.street.value("SELECT file_id FROM paper_photo") == "")
    assert stage.street.value("SELECT state FROM paper_photo") == "unseen"
