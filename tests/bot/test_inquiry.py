"""What is only asked, or wished for: about the centre or a matter; a trouble is neither."""

from datetime import date
from functools import cache

from bot.festivals import festival_named
from bot.inquiry import (
    Inquiry,
    Naming,
    Wish,
    clearly,
    inquiry_of,
    names_trouble,
    wish_in,
)
from bot.service_search import Found
from bot.spoken_days import days_named
from bot.spoken_times import part_named
from tests.bot.jiangwan import classifier, community, service_search
from tests.messages.samples import LANGUAGES, sentences
from tests.rows import each_of

HOURS, PLACE, PHONE = Inquiry.HOURS, Inquiry.PLACE, Inquiry.PHONE
QUEUE, STANDING = Inquiry.QUEUE, Inquiry.STANDING
TODAY = date(2026, 11, 24)
ABOUT_THE_CENTRE = [
    ("服务中心几点开门", HOURS),
    ("窗口今天开吗", HOURS),
    ("你们周六上班吗", HOURS),
    ("中午开门吗", HOURS),
    ("你们几点下班？", HOURS),
    ("When does the centre open?", HOURS),
    ("are you open on Saturday", HOURS),
    ("服务中心在哪里", PLACE),
    ("你们地址在哪", PLACE),
    ("where is the centre?", PLACE),
    ("电话多少", PHONE),
    ("what is your phone number", PHONE),
    ("今天窗口人多吗", QUEUE),
    ("how busy is the centre now", QUEUE),
    ("前面还有几个人", STANDING),
    ("排到我了吗", STANDING),
    ("is it my turn", STANDING),
    ("国庆放假吗", HOURS),
    ("你们几号上班", HOURS),
    ("春节开门吗", HOURS),
    ("周六开不开", HOURS),
    ("国庆呢", HOURS),
    ("五一放假几天", HOURS),
    ("腊月二十九还上班吗", HOURS),
    ("星期天办不办", HOURS),
    ("请问你们星期天有人吗", HOURS),
    ("现在去还来得及吗", HOURS),
    ("你们今天几点关门", HOURS),
    ("怎么没开门", HOURS),
    ("10月1号上班吗", HOURS),
    ("are you open on national day?", HOURS),
    ("do you work on saturday", HOURS),
    ("are you open at lunch time", HOURS),
    ("要排多久", QUEUE),
    ("现在排队要多久", QUEUE),
    ("how long is the queue", QUEUE),
    ("你们在什么地方", PLACE),
    ("怎么坐车过去", PLACE),
    ("在哪办", PLACE),
    ("which bus goes there", PLACE),
    ("有电话吗", PHONE),
    ("多少钱", Inquiry.FEE),
    ("哪里可以复印", Inquiry.COPY),
    ("照相馆在哪", Inquiry.PHOTO),
    ("where can I get copies", Inquiry.COPY),
    ("复印机坏了没人修", None),
    ("多久能拿到", Inquiry.DURATION),
    ("how long does it take", Inquiry.DURATION),
    ("带什么", Inquiry.PAPERS),
    ("what do I need to bring", Inquiry.PAPERS),
    ("要预约吗", Inquiry.NEED),
    ("do I need an appointment", Inquiry.NEED),
    ("老人家里没开门", None),
    ("隔壁老太太几天没开门", None),
    ("有人吗", None),
    ("物业电话没人接", None),
    ("门口的灯几点都不亮", None),
    ("窗口没人上班", None),
    ("垃圾桶在哪里", None),
    ("电梯关门夹人", None),
    ("几点了", None),
    ("the gate does not open", None),
    ("", None),
]
ABOUT_A_MATTER = [
    ("老年证多少钱", Inquiry.FEE),
    ("居住证要多久办好", Inquiry.DURATION),
    ("准生证要钱吗", Inquiry.FEE),
    ("低保在哪里办", PLACE),
    ("老年证周六能办吗", HOURS),
    ("how long does a residence permit take", Inquiry.DURATION),
    ("社保要多少钱", Inquiry.FEE),
    ("居住证要钱不", Inquiry.FEE),
    ("我妈的老年证多久能拿到", Inquiry.DURATION),
    ("when will my residence permit be ready", Inquiry.DURATION),
    ("办老年证要排多久", QUEUE),
    ("老年证", None),
    ("居住证需要带什么材料，多少钱", Inquiry.PAPERS),
    ("老年证办了多久还没好", None),
    ("how do I get a senior citizen card?", None),
    ("低保我能办吗", None),
]
WISHES = [
    ("我想预约窗口", Wish.APPOINTMENT),
    ("我想预约明天上午办社保", Wish.APPOINTMENT),
    ("明天下午想去办低保，帮我约一下", Wish.APPOINTMENT),
    ("我想约周五上午办准生证", Wish.APPOINTMENT),
    ("预约明天上午", Wish.APPOINTMENT),
    ("book social insurance tomorrow morning", Wish.APPOINTMENT),
    ("取号 居住证", Wish.TICKET),
    ("给我取个号办居住证", Wish.TICKET),
    ("我要取号 老年优待证", Wish.TICKET),
    ("take a number for a residence permit", Wish.TICKET),
    ("取号机坏了", None),
    ("居住证取号在哪个窗口", None),
    ("我来了，在门口", Wish.TICKET),
    ("我已经到大厅了", Wish.TICKET),
    ("我约的十点，迟到了还能办吗", Wish.TICKET),
    ("I am late, can I still come?", Wish.TICKET),
    ("I am here, at the entrance", Wish.TICKET),
    ("水漫到门口了", None),
    ("有人倒在门口", None),
    ("我来了三次都没人管", None),
    ("there is rubbish at the door", None),
    ("明天九点半能约居住证吗", Wish.APPOINTMENT),
    ("下礼拜三下午两点半约居住证", Wish.APPOINTMENT),
    ("居住证约不上", None),
    ("book a table", None),
    ("大约多久能办好老年证", None),
    ("我想预约明天上午办老年证", Wish.APPOINTMENT),
    ("取消预约", Wish.APPOINTMENT),
    ("要预约吗", None),
    ("I want to make an appointment", Wish.APPOINTMENT),
    ("预约了维修没人来", None),
    ("帮我跑一趟", Wish.ERRAND),
    ("请干部代跑", Wish.ERRAND),
    ("能不能帮我妈妈跑一趟", Wish.ERRAND),
    ("上门服务", Wish.ERRAND),
    ("我走不动，请你们帮我去办居民养老", Wish.ERRAND),
    ("我妈走不动，怎么办高龄津贴", Wish.ERRAND),
    ("老人走不动了想请人代办", Wish.ERRAND),
    ("我走不动", None),
    ("害我白跑一趟，代办的人骗我", None),
]
TROUBLE = [
    ("老人躺在地上不动了", True),
    ("我妈不动了", True),
    ("奶奶一动不动", True),
    ("爷爷叫不醒", True),
    ("他突然不动了", True),
    ("低保户家里着火了", True),
    ("物业电话多少", True),
    ("我走不动，请你们帮我去办居民养老", False),
    ("我妈走不动，怎么办高龄津贴", False),
    ("老人走不动了想请人代办", False),
    ("老年证多少钱", False),
]
FOUND = [
    ("收入证明", "income_proof"),
    ("退休认证", "employee_pension"),
    ("proof of residence", "residence_proof"),
]


@cache
def words_of(kind: str) -> tuple[str, ...]:
    lists = [sentences(language)[f"inquiry.typed.{kind}"] for language in LANGUAGES]
    return tuple(word.strip() for each in lists for word in each.split(","))


def meant(words: str) -> Found | None:
    return clearly(service_search().search(words))


def naming(words: str) -> Naming:
    """Return what a text names, as the desk finds it."""
    found = service_search().search(words)
    festival = festival_named(words, community().calendar.festivals)
    has_day = bool(days_named(words, TODAY) or part_named(words) or festival)
    said = (found[0].said,) if found and found[0].is_sure else ()
    return Naming(said, (festival.said,) if festival else (), has_day)


@each_of([*ABOUT_THE_CENTRE, *ABOUT_A_MATTER])
def test_a_question_says_nothing_else(words: str, kind: Inquiry | None) -> None:
    assert inquiry_of(words, words_of, naming(words)) is kind


@each_of(WISHES)
def test_who_asks_for_a_time_or_for_help_gets_it(words: str, wish: Wish | None) -> None:
    found = service_search().search(words)
    assert wish_in(words, found[0] if found else None, words_of) is wish


@each_of(TROUBLE)
def test_a_named_trouble_is_no_question(words: str, is_trouble: bool) -> None:  # noqa: FBT001
    assert names_trouble(classifier().guess(words), community().categories) is is_trouble


@each_of(FOUND)
def test_proofs_that_others_give_are_found(words: str, code: str) -> None:
    found = meant(words)
    assert found is not None
    assert found.code == code
