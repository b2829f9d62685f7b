"""Presses: forged, old, repeated, by others, by the thousand: one effect, and an answer each."""

import os

import pytest

from playground.phones import Phone
from tests.handlers.stories import GARBAGE, GARBAGE_TO_SUMMARY
from tests.handlers.street import Street
from tests.handlers.transcripts import Stage

MANY = 100_000 if os.environ.get("XIAOXIANG_MANY_PRESSES") else 2_000
FORGED = {
    "nothing": "",
    "anything": "canary",
    "the longest": "x" * 64,
    "a number": "1.0",
    "a token of nobody": "AAAAAAAAAAAAAAAA.0",
    "a large position": "AAAAAAAAAAAAAAAA.999999999999",
    "an odd position": "AAAAAAAAAAAAAAAA.²",
    "half a letter": "\ud800.0",
    "a query": "' OR 1=1 --.0",
}


@pytest.mark.parametrize("data", FORGED.values(), ids=FORGED)
async def test_forged_presses_do_nothing(stage: Stage, data: str) -> None:
    await stage.play("罗建华: /start")
    luo = stage.street.people["罗建华"]
    luo.forge_press(stage.street.said_to("罗建华")[0].message_id, data)
    await stage.play("""
    罗建华:
      → toast: 按钮
      → nothing
    """)
    assert stage.street.value("SELECT count(*) FROM talk") == 0


async def test_a_press_of_somebody_else_does_nothing(stage: Stage) -> None:
    await stage.play(GARBAGE_TO_SUMMARY)
    stolen = _data(stage.street, "罗建华", "发送")
    thief = stage.street.somebody("陌生人")
    thief.start()
    await stage.street.settle()
    thief.forge_press(stage.street.said_to("陌生人")[0].message_id, stolen)
    await stage.play("""
    陌生人:
      → toast: 按钮
    """)
    assert stage.street.value("SELECT count(*) FROM report_case") == 0


async def test_an_old_button_is_settled_and_shows_how_things_stand(stage: Stage) -> None:
    await stage.play("""
    罗建华: 江湾小区2栋楼道里有人乱扔垃圾
    """)
    old = _data(stage.street, "罗建华", "跳过")
    message = stage.street.said_to("罗建华")[-1].message_id
    await stage.play("""
    罗建华: [跳过]
      → 在垃圾桶旁还是别处？
    """)
    luo = stage.street.people["罗建华"]
    luo.forge_press(message, old)
    await stage.play("""
    罗建华:
      → keeps: 在垃圾桶旁还是别处？ [别处]
    罗建华: [别处]
      → 有照片吗？
    罗建华: [好了，没有了]
      → 别处 … 没错就点「发送」
    """)
    luo.forge_press(message, _data(stage.street, "罗建华", "发送"))
    luo.forge_press(message, old)
    await stage.play("""
    罗建华:
      → 已收到
    """)
    assert stage.street.value("SELECT count(*) FROM report_case") == 1


async def test_presses_that_come_twice_count_once(stage: Stage) -> None:
    stage.street.playground.world.rules.repeat_presses = True
    await stage.play(f"""
    {GARBAGE}
    邹春兰: [受理]
      → toast: 已受理
    邹春兰: [我出发了]
      → toast: 路上小心
    """)
    assert stage.street.value("SELECT count(*) FROM report_case") == 1
    moves = stage.street.rows("SELECT move FROM case_entry ORDER BY id")
    assert moves == [("accept",), ("set_out",)]


async def test_two_workers_press_and_one_has_it(stage: Stage) -> None:
    await stage.play(GARBAGE)
    accept = _data(stage.street, "邹春兰", "受理")
    zou = stage.street.people["邹春兰"]
    card = stage.street.said_to("邹春兰")[-1].message_id
    set_out = _data(stage.street, "邹春兰", "我出发了")
    for data in (accept, set_out, accept):
        zou.forge_press(card, data)
    await stage.play("""
    邹春兰:
      → 已受理 [我出发了]
    """)
    assert stage.street.value("SELECT count(*) FROM case_entry") == 1


async def test_thousands_of_presses_of_one_button_have_one_effect(stage: Stage) -> None:
    await stage.play(GARBAGE_TO_SUMMARY)
    luo = stage.street.people["罗建华"]
    message = stage.street.said_to("罗建华")[-1].message_id
    send = _data(stage.street, "罗建华", "发送")
    for _ in range(MANY):
        luo.forge_press(message, send)
    stage.street.patience = 15.0 + MANY / 25
    await stage.street.settle()
    assert stage.street.value("SELECT count(*) FROM report_case") == 1
    assert stage.street.value("SELECT count(*) FROM inbox WHERE state <> 'done'") == 0
    # An answer that comes after ten seconds is of no use to the phone, and is not sent.
    ends = stage.street.rows("SELECT DISTINCT state FROM outbox WHERE kind = 'answer_press'")
    assert set(ends) <= {("sent",), ("expired",)}


def _data(street: Street, name: str, label: str) -> str:
    """Return what a button holds."""
    phone: Phone = street.people[name]
    for message in reversed(phone.messages()):
        for button in message.buttons():
            if button["text"].startswith(label):
                return str(button["callback_data"])
    raise AssertionError(f"there is no button «{label}»")
