"""Trouble while sending: every message arrives, and only the chat that is hit waits."""

import asyncio

import pytest

from playground.faults import Fault
from playground.wire import Wire
from tests.handlers.logbook import Logbook
from tests.handlers.stories import GARBAGE
from tests.handlers.street import Street
from tests.handlers.transcripts import Stage

SENDING = frozenset({"sendmessage"})
EDITING = frozenset({"editmessagetext"})


async def test_after_a_429_only_that_chat_waits(street: Street) -> None:
    luo, wang = street.somebody("罗建华"), street.somebody("王二")
    street.playground.add_fault(
        Fault("too_many_requests", 1, SENDING, luo.user_id, retry_after=20)
    )
    luo.start()
    await street.until(lambda: street.value("SELECT count(*) FROM chat_gate WHERE reason = '429'"))
    wang.start()
    await street.until(lambda: street.said_to("王二"))
    await asyncio.sleep(0.05)
    assert street.said_to("罗建华") == []
    street.playground.clock.move_forward(22)
    await street.settle()
    assert len(street.said_to("罗建华")) == 1
    assert street.value("SELECT sum(ambiguous) FROM outbox") == 0


async def test_a_lost_answer_is_one_more_copy_and_one_recorded_doubt(street: Street) -> None:
    luo = street.somebody("罗建华")
    street.playground.add_fault(Fault("server_error", 1, SENDING, luo.user_id, after=True))
    luo.start()
    await street.until(lambda: street.said_to("罗建华"))
    street.playground.clock.move_forward(5)
    await street.settle()
    assert len(street.said_to("罗建华")) == 2
    assert street.value("SELECT ambiguous FROM outbox WHERE chat_id = ?", luo.user_id) == 1


async def test_both_copies_of_a_question_have_the_same_buttons(stage: Stage) -> None:
    luo = stage.street.somebody("罗建华")
    stage.street.playground.add_fault(Fault("server_error", 1, SENDING, luo.user_id, after=True))
    luo.type("江湾小区2栋楼道里有人乱扔垃圾")
    await stage.street.until(lambda: stage.street.said_to("罗建华"))
    stage.street.playground.clock.move_forward(5)
    await stage.street.settle()
    first, second = stage.street.said_to("罗建华")
    assert first.reply_markup == second.reply_markup
    for copy in (first, second):
        luo.press(copy.message_id, copy.buttons()[2]["callback_data"])
    await stage.play("""
    罗建华:
      → 在垃圾桶旁还是别处？
      → not: 有照片吗
    """)


async def test_a_server_error_before_the_work_is_tried_again(street: Street) -> None:
    luo = street.somebody("罗建华")
    street.playground.add_fault(Fault("cut_connection", 1, SENDING, luo.user_id))
    luo.start()
    await street.until(lambda: street.value("SELECT count(*) FROM outbox WHERE attempts = 1"))
    street.playground.clock.move_forward(5)
    await street.settle()
    assert len(street.said_to("罗建华")) == 1


async def test_messages_for_somebody_who_stopped_the_bot_wait_for_him(stage: Stage) -> None:
    await stage.play(f"""
    {GARBAGE}
    罗建华: (blocks)
    邹春兰: [受理]
      → toast: 已受理
    邹春兰: [我出发了]
    """)
    await stage.street.until(lambda: _parked(stage.street) > 0)
    await stage.play("""
    罗建华: (unblocks)
      → 处理中 … 出发
    """)
    assert _parked(stage.street) == 0


async def test_messages_wait_no_longer_when_he_comes_back_with_what_nobody_can_read(
    stage: Stage, logbook: Logbook
) -> None:
    logbook.traces_expected = True
    await stage.play(f"""
    {GARBAGE}
    罗建华: (blocks)
    邹春兰: [受理]
    """)
    await stage.street.until(lambda: _parked(stage.street) > 0)
    luo = stage.street.people["罗建华"]
    luo.person.blocked = False
    stage.street.playground.inject(_with_a_broken_date(luo.user_id))
    await stage.play("""
    罗建华:
      → 处理中 … «number»
      → 由人来看
    """)
    assert _parked(stage.street) == 0


async def test_a_text_that_telegram_cannot_read_arrives_plain(street: Street) -> None:
    luo = street.somebody("罗建华")
    refusal = "Bad Request: can't parse entities: unclosed tag"
    street.playground.add_fault(
        Fault("error", 1, SENDING, luo.user_id, code=400, description=refusal)
    )
    luo.type("江湾小区2栋楼道里有人乱扔垃圾 1 < 2 & <b>")
    await street.settle()
    shown = street.said_to("罗建华")[-1]
    assert "堆了几天了" in shown.text
    assert "<i>" not in shown.text
    assert "entities" not in shown.content


@pytest.mark.parametrize("refusal", ["message to edit not found", "message can't be edited"])
async def test_a_message_that_cannot_be_edited_is_sent_anew(stage: Stage, refusal: str) -> None:
    await stage.play("罗建华: 江湾小区2栋楼道里有人乱扔垃圾\n → 堆了几天了？")
    luo = stage.street.people["罗建华"]
    description = f"Bad Request: {refusal}"
    stage.street.playground.add_fault(
        Fault("error", 1, EDITING, luo.user_id, code=400, description=description)
    )
    before = stage.street.said_to("罗建华")[-1].message_id
    await stage.play("罗建华: [跳过]\n → 在垃圾桶旁还是别处？")
    assert stage.street.said_to("罗建华")[-1].message_id > before
    await stage.play("罗建华: [别处]\n → 有照片吗？")


async def test_a_group_that_became_a_supergroup_is_still_answered(street: Street) -> None:
    luo = street.somebody("罗建华")
    group = street.playground.add_group("江湾三栋", [luo.user_id], "group")
    await street.settle()
    street.playground.add_fault(Fault("slow", 1, SENDING, group.id, delay_seconds=0.2))
    luo.type("/report", chat_id=group.id)
    await street.until(lambda: not street.playground.world.updates.pending)
    moved = group.migrate()
    await street.settle()
    bot_id = street.playground.world.bot.id
    said = [each.text for each in moved.chat.messages.values() if each.sender.id == bot_id]
    assert len([text for text in said if "xiaoxiang_bot" in text]) == 1


def _parked(street: Street) -> int:
    return int(str(street.value("SELECT count(*) FROM outbox WHERE state = 'parked'")))


def _with_a_broken_date(user_id: int) -> Wire:
    about = {"id": user_id, "is_bot": False, "first_name": "罗建华"}
    chat = {"id": user_id, "type": "private", "first_name": "罗建华"}
    message = {"message_id": 900_000, "date": "never", "from": about, "chat": chat, "text": "在吗"}
    return {"message": message}
