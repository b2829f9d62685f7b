"""Which service or proof somebody's words mean."""

from dataclasses import replace

import opencc
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.service_search import Kind, ServiceSearch
from tests.bot.jiangwan import folding, guide, service_search
from tests.rows import each_of

OLD_NAMES = [
    ("失业证", "unemployment_registration"),
    ("我要办失业优惠证", "unemployment_registration"),
    ("再就业优惠证在哪里办", "unemployment_registration"),
    ("下岗证", "unemployment_registration"),
    ("准生证", "birth_registration"),
    ("生二胎要办准生证吗", "birth_registration"),
    ("计划生育证", "birth_registration"),
    ("暂住证", "residence_permit"),
    ("新农合", "resident_medical_insurance"),
    ("新农保", "resident_pension"),
    ("光荣证补贴", "one_child_parents"),
    ("长寿钱", "old_age_allowance"),
    ("退伍军人证", "veteran_card"),
]
NAMES_OF_TODAY = [
    ("失业登记", "unemployment_registration"),
    ("就业创业证怎么办", "unemployment_registration"),
    ("4050", "hard_to_employ"),
    ("4050补贴", "flexible_work_subsidy"),
    ("自己交社保补贴", "flexible_work_subsidy"),
    ("小孩医保", "resident_medical_insurance"),
    ("给宝宝交医保", "resident_medical_insurance"),
    ("怎么交医保", "resident_medical_insurance"),
    ("城乡居民养老保险", "resident_pension"),
    ("生育登记要什么材料", "birth_registration"),
    ("独生子女费", "one_child_parents"),
    ("想吃低保", "minimum_living"),
    ("我家能不能申请低保", "minimum_living"),
    ("临时救助", "temporary_assistance"),
    ("大病困难", "temporary_assistance"),
    ("80岁补贴", "old_age_allowance"),
    ("高龄津贴", "old_age_allowance"),
    ("老年证", "senior_card"),
    ("公交老人卡", "senior_card"),
    ("残疾证", "disability_certificate"),
    ("我爸要评残疾，残疾评定去哪里", "disability_certificate"),
    ("居住证怎么办", "residence_permit"),
    ("预约居住证 明天下午三点", "residence_permit"),
    ("居住证 明早去", "residence_permit"),
    ("我要办居住证明天去行吗", "residence_permit"),
    ("预约居住证明早八点", "residence_permit"),
    ("法律援助", "legal_aid"),
    ("打官司没钱", "legal_aid"),
    ("申请人民调解", "mediation_application"),
    ("退役军人优待证", "veteran_card"),
    ("育儿补贴", "childcare_subsidy"),
    ("三岁以下补贴", "childcare_subsidy"),
    ("residence permit", "residence_permit"),
    ("how do I get a residence permit?", "residence_permit"),
    ("I am unemployed", "unemployment_registration"),
    ("medical insurance for my child", "resident_medical_insurance"),
    ("legal aid", "legal_aid"),
]
TYPED_OTHERWISE = [
    ("失業證", "unemployment_registration"),
    ("居住證怎麼辦", "residence_permit"),
    ("小孩醫保", "resident_medical_insurance"),
    ("失 业 证", "unemployment_registration"),
    ("　居住证　", "residence_permit"),
    ("失业正", "unemployment_registration"),
    ("居往证", "residence_permit"),
    ("低宝", "minimum_living"),
    ("就业创业正", "unemployment_registration"),
    ("灵活就业社保补帖", "flexible_work_subsidy"),
    ("灵活就业的补贴", "flexible_work_subsidy"),
    ("就业困难人员认订", "hard_to_employ"),
    ("高龄津帖", "old_age_allowance"),
    ("退役军人优侍证", "veteran_card"),
    ("RESIDENCE PERMIT", "residence_permit"),
    ("residance permit", "residence_permit"),
]


@each_of([*OLD_NAMES, *NAMES_OF_TODAY, *TYPED_OTHERWISE])
def test_words_find_their_service(words: str, service: str) -> None:
    found = service_search().search(words)
    assert found, "nothing is found"
    assert (found[0].kind, found[0].code) == (Kind.SERVICE, service)


FAMILIES = [
    (
        "预约明天上午办社保",
        ["resident_pension", "resident_medical_insurance", "flexible_work_subsidy"],
    ),
    ("social insurance", ["resident_pension", "resident_medical_insurance"]),
    ("有什么补贴可以领", ["old_age_allowance", "childcare_subsidy"]),
    ("家里刚生了宝宝要办什么", ["birth_registration", "resident_medical_insurance"]),
    ("新生儿医保", ["resident_medical_insurance"]),
    ("社保里的养老保险怎么交", ["resident_pension"]),
]


@each_of(FAMILIES)
def test_a_word_for_several_matters_finds_them_all(words: str, first: list[str]) -> None:
    found = service_search().search(words)
    assert [each.code for each in found[: len(first)]] == first
    assert len({each.score for each in found}) == 1
    if len(first) == 1:
        assert len(found) == 1


def test_a_member_that_is_gone_is_not_offered() -> None:
    left = {code: each for code, each in guide().services.items() if code != "resident_pension"}
    found = ServiceSearch(replace(guide(), services=left), folding()).search("社保")
    assert "resident_pension" not in {each.code for each in found}


PROOFS = [
    ("开个亲属关系证明", "kinship"),
    ("无犯罪记录证明", "no_criminal_record"),
    ("无犯罪证明去哪里开", "no_criminal_record"),
    ("死亡证明", "death"),
    ("单身证明", "marital_status"),
    ("婚育证明", "marriage_and_childbirth"),
    ("健在证明", "being_alive"),
    ("失业证明", "employment"),
    ("残疾证明", "disability"),
    ("户口变更证明", "register_change"),
    ("養狗證明", "dog_keeping"),
    ("身份信息证明", "identity_data"),
    ("证件遗失证明", "lost_document"),
    ("遗产继承", "inheritance"),
    ("proof of kinship", "kinship"),
]


@each_of(PROOFS)
def test_words_find_the_proof_that_is_not_issued(words: str, proof: str) -> None:
    found = service_search().search(words)
    assert found, "nothing is found"
    assert (found[0].kind, found[0].code) == (Kind.PROOF, proof)


NEITHER = [
    "下水道堵了",
    "楼下的井盖没了",
    "路灯不亮",
    "我被狗咬了",
    "楼上太吵了",
    "电梯坏了",
    "残疾人通道被堵了",
    "老人摔倒了",
    "孩子在楼道里玩火",
    "楼上养狗没办证",
    "有人在楼道充电",
    "垃圾没人收",
    "毕业证丢了",
    "工作人员态度差",
    "你好",
    "谢谢",
    "3栋2单元501",
    "the drains are overflowing",
    "a dog bit me",
    "hello",
    "",
    "？？？",
    "办",
]


@each_of((words,) for words in NEITHER)
def test_problems_and_greetings_find_nothing(words: str) -> None:
    assert service_search().search(words) == ()


def test_an_old_name_is_known_as_one() -> None:
    (found,) = service_search().search("准生证")
    assert (found.said, found.other_name) == ("准生证", True)
    (found,) = service_search().search("居住证")
    assert not found.other_name


def test_words_that_stand_there_score_higher_than_words_that_are_only_alike() -> None:
    (standing,) = service_search().search("我妈妈八十岁了，听说有高龄津贴，要带些什么")
    (alike,) = service_search().search("就业创业正")
    assert standing.is_sure
    assert not alike.is_sure
    assert standing.score > alike.score


def test_the_longer_name_comes_first() -> None:
    found = service_search().search("残疾人证和城乡居民养老保险")
    assert [each.code for each in found] == ["resident_pension", "disability_certificate"]


def all_names() -> list[tuple[str, str]]:
    services = guide().services.values()
    names = [
        (word, service.code)
        for service in services
        for word in (*service.name.texts.values(), *service.also_known_as, *service.words)
    ]
    return names + [
        (word, proof.code)
        for proof in guide().proofs.values()
        for word in (*proof.name.texts.values(), *proof.words)
    ]


@each_of(all_names())
def test_every_name_finds_its_own(name: str, code: str) -> None:
    assert service_search().search(name)[0].code == code


TRADITIONAL = opencc.OpenCC("s2t")


@each_of(all_names())
def test_every_name_finds_its_own_in_traditional_characters_too(name: str, code: str) -> None:
    assert service_search().search(TRADITIONAL.convert(name))[0].code == code


WORDS = st.text() | st.lists(st.sampled_from([name for name, _ in all_names()])).map("，".join)


@settings(max_examples=200, deadline=None)
@given(WORDS)
def test_any_words_give_few_matches_of_things_that_exist_the_best_one_first(words: str) -> None:
    found = service_search().search(words)
    known = {
        Kind.SERVICE: guide().services,
        Kind.PROOF: guide().proofs,
        Kind.OTHER_OFFICE: guide().other_offices,
    }
    assert len(found) <= 15
    assert len({(each.kind, each.code) for each in found}) == len(found)
    assert all(each.code in known[each.kind] and 0 < each.score <= 1 for each in found)
    assert [each.score for each in found] == sorted((e.score for e in found), reverse=True)


def test_a_centre_without_services_finds_nothing() -> None:
    empty = replace(guide(), services={}, proofs={})
    assert ServiceSearch(empty, folding()).search("失业证") == ()
