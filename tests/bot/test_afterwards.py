"""What short words say of a matter that was spoken of before; longer ones tell their own story."""

from functools import cache

from bot.afterwards import Afterwards, afterwards_of, papers_said
from tests.messages.samples import LANGUAGES, sentences
from tests.rows import each_of

MOVE, CANNOT, BOOK = Afterwards.MOVE, Afterwards.CANNOT, Afterwards.BOOK
FOUND, GO = Afterwards.FOUND, Afterwards.GO
WORDS = [
    ("改到后天上午", MOVE),
    ("能不能改到周五下午3点", MOVE),
    ("move it to Friday", MOVE),
    ("明天来不了了", CANNOT),
    ("我有事去不了", CANNOT),
    ("我的预约", CANNOT),
    ("I cannot come tomorrow", CANNOT),
    ("帮我约明天下午3点", BOOK),
    ("那就约周五上午吧", BOOK),
    ("book it for tomorrow morning", BOOK),
    ("照片拍好了", FOUND),
    ("身份证找到了", FOUND),
    ("I found my identity card", FOUND),
    ("那我明天下午去", GO),
    ("我周五去", GO),
    ("I will go on Friday", GO),
    ("12月10日", GO),
    ("后天吧", GO),
    ("老人去医院了", None),
    ("12月10日停水", None),
    ("路灯修好了又坏了", None),
    ("帮我约一下楼上的人谈谈漏水", None),
    ("我去找过物业了他们不管", None),
    ("改到哪里去了那个垃圾桶", None),
    ("楼下那家店今天晚上又把音响开得很大声来不了客人也不管", None),
    ("", None),
]
NAMES = {
    "photo": ("一寸免冠照片", "1-inch portrait photo"),
    "hukou": ("户口簿", "Household register"),
}
AGENT = {
    "id_card": ("身份证", "Identity card"),
    "agent_id": ("代办人身份证", "Identity card of the agent"),
}
WITH_AGENT = [
    ("身份证没有", ("id_card",)),
    ("代办人身份证没有", ("agent_id",)),
    ("no identity card of the agent", ("agent_id",)),
]


@each_of(WITH_AGENT)
def test_the_longer_name_counts(text: str, codes: tuple[str, ...]) -> None:
    assert papers_said(text, AGENT) == codes


NAMED = [
    ("照片拍好了", ("photo",)),
    ("户口本找到了", ("hukou",)),
    ("照片和户口簿都有了", ("photo", "hukou")),
    ("I have the photo", ("photo",)),
    ("身份证找到了", ()),
]


@cache
def words_of(kind: str) -> tuple[str, ...]:
    lists = [sentences(language)[f"inquiry.typed.{kind}"] for language in LANGUAGES]
    return tuple(word.strip() for each in lists for word in each.split(","))


@each_of(WORDS)
def test_short_words_go_on_with_a_matter(text: str, kind: Afterwards | None) -> None:
    assert afterwards_of(text, words_of) is kind


@each_of(NAMED)
def test_a_paper_is_named_by_a_piece_of_its_name(text: str, codes: tuple[str, ...]) -> None:
    assert papers_said(text, NAMES) == codes
