"""Whatever comes in: a clear sentence in the person's language, nothing lost, nothing broken."""

import pytest

from playground.wire import Wire
from tests.handlers.logbook import Logbook
from tests.handlers.street import Street
from tests.handlers.transcripts import Stage

MATTER = "江湾小区2栋楼道里有人乱扔垃圾"
HOSTILE = {
    "markup": "<b>canary</b></code> <a href='tg://user?id=1'>x</a> &lt;&#60; javascript:",
    "templates": "canary {{ 7*7 }} {% for %} ${x} %s {0}",
    "a query": "canary'; DROP TABLE person; --",
    "emoji": "canary 🚽👨‍👩‍👧‍👦🏳️‍🌈",
    "many marks": "canary " + "e\u0301\u0302\u0303" * 300,
    "a long text": "canary " + "长" * 3500,
    "numbers": "canary １２ ٣ ² 1e9 -0 9223372036854775808",
}
CLEANED = {
    "turned letters": ("canary \u202eabc\u202c\u2066x", "canary abcx"),
    "a nought byte": ("canary\x00 end", "canary end"),
    "half a surrogate": ("canary \ud800 end", "canary \ufffd end"),
    "unseen letters": ("canary\u200b\u200f\u2060\ufeff end", "canary end"),
}
TO_THE_END = """
    罗建华: 跳过
    罗建华: 跳过
    罗建华: [好了，没有了]
    罗建华: [发送]
      → 已收到
    邹春兰:
      → 新派给您 [受理]
"""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
async def test_hostile_words_are_shown_as_they_were_typed(stage: Stage, text: str) -> None:
    stage.street.somebody("罗建华").type(f"{MATTER} {text}")
    await stage.play(TO_THE_END)
    card = stage.street.said_to("邹春兰")[-1]
    kept = str(stage.street.value("SELECT words FROM report_case"))
    assert "canary" in kept
    assert _shown(card.text, kept[:250])
    assert {each["type"] for each in card.content["entities"]} <= {"bold", "code", "italic"}


@pytest.mark.parametrize(("text", "kept"), CLEANED.values(), ids=CLEANED)
async def test_what_breaks_texts_is_taken_out(stage: Stage, text: str, kept: str) -> None:
    await _raw_text(stage.street, "罗建华", f"{MATTER} {text}")
    await stage.play(TO_THE_END)
    assert stage.street.value("SELECT words FROM report_case") == f"{MATTER} {kept}"


@pytest.mark.parametrize(
    "name", ["<b>canary</b>", "\u202eyranac", "canary\ud800", "\u200b", "&lt;"]
)
async def test_hostile_names_break_nothing(stage: Stage, name: str) -> None:
    await _raw_text(stage.street, "罗建华", MATTER, first_name=name)
    await stage.play(TO_THE_END)
    assert (
        stage.street.value("SELECT count(*) FROM person WHERE name LIKE '%' || char(8238) || '%'")
        == 0
    )


NO_TEXTS = {
    "(sticker)": "这里收不了这个",
    "(poll)": "这里收不了这个",
    "(contact)": "电话不用发",
    "(place 0 0)": "读不出来",
    "(file of megabytes 21)": "20 MB",
}


@pytest.mark.parametrize(("deed", "said"), NO_TEXTS.items())
async def test_what_is_no_answer_is_refused_with_its_reason(
    stage: Stage, deed: str, said: str
) -> None:
    await stage.play(f"""
    罗建华: {MATTER}
    罗建华: [跳过]
      → 在垃圾桶旁还是别处？
    罗建华: {deed}
      → {said}
    罗建华: [别处]
      → 有照片吗？
    """)


IN_ENGLISH = {
    "(sticker)": "did not understand",
    "(poll)": "did not understand",
    "(contact)": "did not understand",
    "(place 0 0)": "cannot read",
    "(file of megabytes 21)": "20 MB",
    "/nonsense": "did not understand",
    "JW-261124-9999": "did not find",
    "/start i_made-up": "does not work",
    "/start b_made-up": "Jiangwan Community",
}


@pytest.mark.parametrize(("deed", "said"), IN_ENGLISH.items())
async def test_what_is_no_report_is_answered_in_the_persons_language(
    stage: Stage, deed: str, said: str
) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play(f"Anna: {deed}\n → {said}")
    assert stage.street.value("SELECT count(*) FROM talk") == 0


async def test_what_is_written_below_a_file_that_is_too_large_counts(stage: Stage) -> None:
    luo = stage.street.somebody("罗建华")
    luo.start()
    file = {"file_id": "f", "file_unique_id": "u", "file_size": 22_000_000}
    stage.street.playground.inject(_message(luo.user_id, "罗建华", document=file, caption=MATTER))
    await stage.play("""
    罗建华:
      → 20 MB
      → 我理解是：垃圾堆积 … 堆了几天了？
    """)


async def test_ten_photos_are_enough(stage: Stage) -> None:
    await stage.play(f"""
    罗建华: (album of 11) {MATTER}
      → 够了
      → 收到 10 张
    罗建华: 跳过
    罗建华: 跳过
    罗建华: [好了，没有了]
      → 照片：10 张
    """)
    assert stage.street.value("SELECT count(*) FROM talk") == 1


async def test_unseen_letters_alone_are_answered(stage: Stage) -> None:
    await _raw_text(stage.street, "罗建华", "\u200b\u2060")
    await stage.play("""
    罗建华:
      → 没看懂
    """)


async def test_groups_are_sent_to_the_private_chat_once_a_day(street: Street) -> None:
    luo = street.somebody("罗建华")
    group = street.playground.add_group("江湾三栋", [luo.user_id])
    for text in ("/report", "/report@xiaoxiang_bot", "@xiaoxiang_bot 垃圾", "大家好"):
        luo.type(text, chat_id=group.chat.id)
    await street.settle()
    bot_id = street.playground.world.bot.id
    said = [each.text for each in group.chat.messages.values() if each.sender.id == bot_id]
    assert len(said) == 1
    assert "xiaoxiang_bot" in said[0]
    assert street.value("SELECT count(*) FROM talk") == 0


async def test_channels_and_masks_have_no_voice(street: Street) -> None:
    luo = street.somebody("罗建华")
    channel = street.playground.add_group("江湾通知", [luo.user_id], "channel")
    luo.type("/start", chat_id=channel.chat.id)
    masked = _message(luo.user_id, "Group", text="/start")
    masked["message"]["sender_chat"] = {"id": -100, "type": "supergroup", "title": "x"}
    relayed = _message(luo.user_id, "罗建华", text=MATTER)
    relayed["message"]["via_bot"] = {"id": 7, "is_bot": True, "first_name": "x"}
    post = {"channel_post": {**masked["message"], "chat": {"id": -5, "type": "channel"}}}
    for raw in (masked, relayed, post):
        street.playground.inject(raw)
    await street.settle()
    assert street.said_to("罗建华") == []
    assert street.value("SELECT count(*) FROM talk") == 0


BROKEN: dict[str, Wire] = {
    "a press without its chat_instance": {
        "callback_query": {"id": "1", "from": {"id": 5, "is_bot": False, "first_name": "x"}},
    },
    "a date in the far future": {"message": {"date": 10**14}},
    "a date that is a text": {"message": {"date": "canary"}},
    "a message without a chat": {"message": {"message_id": 1, "date": 1, "text": "canary"}},
    "a kind that nobody knows": {"canary": {"x": 1}},
    "nothing at all": {},
    "a list": {"message": ["canary"]},
}


async def test_broken_updates_stop_nobody_and_are_read_by_a_person(
    street: Street, logbook: Logbook
) -> None:
    logbook.traces_expected = True
    crowd = [street.somebody(f"居民{number}") for number in range(20)]
    for number, neighbour in enumerate(crowd):
        neighbour.type(MATTER)
        if number < len(BROKEN):
            street.playground.inject(_broken(list(BROKEN.values())[number], neighbour.user_id))
    await street.settle()
    for number in range(20):
        assert "堆了几天了" in street.said_to(f"居民{number}")[0].text
    dead = street.value("SELECT count(*) FROM inbox WHERE state = 'dead'")
    ignored = street.value("SELECT count(*) FROM inbox WHERE state = 'ignored'")
    told = [each for each in street.said_to("甘志明") if "没看懂" in each.text]
    assert (dead, ignored) == (len(told), len(BROKEN) - len(told))
    assert len(told) >= 4
    assert street.value("SELECT count(*) FROM task WHERE kind = 'dead_letter'") == len(told)


async def test_a_broken_message_is_answered_and_its_words_reach_the_clerk(
    stage: Stage, logbook: Logbook
) -> None:
    logbook.traces_expected = True
    luo = stage.street.somebody("罗建华")
    luo.start()
    broken = _message(luo.user_id, "罗建华", text=MATTER)
    broken["message"]["date"] = "canary"
    stage.street.playground.inject(broken)
    await stage.play(f"""
    罗建华:
      → 由人来看
    甘志明:
      → 有一条消息机器没看懂 … {MATTER} [看过了]
    """)


async def test_several_broken_messages_of_one_person_are_one_line_and_one_press(
    stage: Stage, logbook: Logbook
) -> None:
    logbook.traces_expected = True
    for name in ("罗建华", "罗建华", "罗建华", "邻居"):
        phone = stage.street.people.get(name) or stage.street.somebody(name)
        broken = _message(phone.user_id, name, text=MATTER)
        broken["message"]["date"] = "canary"
        stage.street.playground.inject(broken)
        await stage.street.settle()
    await stage.play("""
    甘志明: /desk
      → 1. 有一条消息机器没看懂 … 同一个人，共 3 条 … 2. 有一条消息机器没看懂
      … [第 1 条看过了] [第 2 条看过了]
      → not: 3. 有一条
    甘志明: [第 1 条看过了]
      → toast: 好的，记下了
      → 1. 有一条消息机器没看懂
      → 有一条消息机器没看懂 … 有人看过了
    """)
    open_ones = "SELECT count(*) FROM task WHERE done_at IS NULL"
    assert stage.street.value(open_ones) == 1
    await stage.play("""
    甘志明: [第 1 条看过了]
      → 都有人接了
    """)
    assert stage.street.value(open_ones) == 0


def _shown(text: str, kept: str) -> bool:
    visible = text.replace("\u2068", "").replace("\u2069", "")
    return kept.replace("\u2068", "") in visible


def _message(user_id: int, name: str, **content: object) -> Wire:
    sender = {"id": user_id, "is_bot": False, "first_name": name, "language_code": "zh-hans"}
    chat = {"id": user_id, "type": "private", "first_name": name}
    about = {"message_id": 900_000, "date": 1_795_485_600, "from": sender, "chat": chat}
    return {"message": {**about, **content}}


def _broken(part: Wire, user_id: int) -> Wire:
    whole = _message(user_id, "x", text="canary")
    kind = next(iter(part), "")
    if kind == "message" and isinstance(part[kind], dict) and "text" not in part[kind]:
        return {"message": {**whole["message"], **part["message"]}}
    if kind == "callback_query":
        return {kind: {**part[kind], "message": whole["message"], "data": "canary"}}
    return part


async def _raw_text(street: Street, name: str, text: str, first_name: str = "") -> None:
    """Write as an app may that does not clean what it sends."""
    phone = street.people.get(name) or street.somebody(name)
    phone.person.started = True
    street.playground.inject(_message(phone.user_id, first_name or name, text=text))
    await street.settle()
