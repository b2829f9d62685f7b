"""Addresses in the forms in which the neighbourhood writes them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.address_reading import read_addresses
from bot.addresses import AddressBook
from bot.community import Building, Community, Entrance
from bot.local_text import LocalText
from bot.places import Place
from tests.bot.jiangwan import addresses, community, folding

ESTATES = ("riverside", "orange_lane", "market", "jiangwan", "machine_works")
BUILDING_3 = tuple(f"{estate}_3" for estate in ESTATES)


def found(text: str, book: AddressBook | None = None) -> tuple[str, ...]:
    return tuple(spelled(place) for place in (book or addresses()).find(text))


def spelled(place: Place) -> str:
    parts = [place.building, place.entrance, place.flat]
    if place.landmark:
        return place.landmark
    return "/".join(parts).rstrip("/") + (" near" if place.is_shared else "")


ONE_PLACE = [
    ("江湾小区3栋2单元501", "jiangwan_3/2/501"),
    ("江湾小区3幢2单元501室", "jiangwan_3/2/501"),
    ("江湾小区3号楼2单元501", "jiangwan_3/2/501"),
    ("江湾小区3座2单元501房", "jiangwan_3/2/501"),
    ("江湾小区 3 栋 2 单元 501", "jiangwan_3/2/501"),
    ("江湾小区三号楼二单元五零一", "jiangwan_3/2/501"),
    ("江湾小区三栋二单元五〇一", "jiangwan_3/2/501"),
    ("江湾小区十栋一单元二零一", "jiangwan_10/1/201"),
    ("江湾小区03栋", "jiangwan_3"),
    ("江湾小区3#2-501", "jiangwan_3/2/501"),
    ("江湾小区3#-2-501", "jiangwan_3/2/501"),
    ("江湾小区３＃２－５０１", "jiangwan_3/2/501"),
    ("江湾小区3栋2单元——501", "jiangwan_3/2/501"),
    ("江湾小区3-2-501", "jiangwan_3/2/501"),
    ("江湾小区3—2—501", "jiangwan_3/2/501"),
    ("江湾小区3/2/501", "jiangwan_3/2/501"),
    ("江湾小区3 2 501", "jiangwan_3/2/501"),
    ("江湾小区3-2单元501", "jiangwan_3/2/501"),
    ("江湾小区3栋2单元5楼501", "jiangwan_3/2/501"),
    ("江湾小区3栋2单元501-1", "jiangwan_3/2/501-1"),
    ("江湾小区3号2单元501", "jiangwan_3/2/501"),
    ("江湾小区3号", "jiangwan_3"),
    ("江湾小区3栋501", "jiangwan_3//501"),
    ("江湾小区8幢", "jiangwan_8"),
    ("江湾小区8幢楼下", "jiangwan_8 near"),
    ("江湾小区8栋旁边垃圾桶", "jiangwan_8 near"),
    ("江湾小区3栋2单元门口", "jiangwan_3/2 near"),
    ("江湾小区3栋楼下邻居太吵", "jiangwan_3"),
    ("江湾小区3栋2单元501门口", "jiangwan_3/2/501"),
    ("江湾小区3栋9单元501", "jiangwan_3//501"),
    ("江湾小区3栋 2026年停过电", "jiangwan_3"),
    ("江西省萍乡市安源区江湾社区江湾小区3栋", "jiangwan_3"),
    ("3栋2单元在江湾小区里", "jiangwan_3/2"),
    ("柑园巷3号", "orange_lane_3"),
    ("机械厂宿舍3栋", "machine_works_3"),
    ("机械厂3栋", "machine_works_3"),
    ("老3栋", "machine_works_3"),
    ("老三栋二单元", "machine_works_3/2"),
    ("新4栋", "machine_works_4"),
    ("江湾小区后栋", "jiangwan_10"),
    ("江灣小區三棟二單元", "jiangwan_3/2"),
    ("江弯小区3栋", "jiangwan_3"),
    ("下水道堵了，就在江弯小区的3栋", "jiangwan_3"),
    ("Jiangwan Estate building 3 entrance 2 flat 501", "jiangwan_3/2/501"),
    ("JIANGWAN ESTATE BLDG 3, UNIT 2, APT 501", "jiangwan_3/2/501"),
    ("building 3, Jiangwan Estate", "jiangwan_3"),
    ("Jiangwn Estate building 3", "jiangwan_3"),
    ("Jiangwan Estate building 3 downstairs", "jiangwan_3 near"),
    ("Jiangwan building 5", "jiangwan_5"),
    ("Garbage in the stairs of Jiangwan building 5", "jiangwan_5 near"),
    ("the stairwell light is out in Jiangwan building 5 entrance 1", "jiangwan_5/1 near"),
    ("Jiangwan building 5, a lamp outside does not work", "jiangwan_5 near"),
    ("flat 502 building 5 entrance 1 Jiangwan estate", "jiangwan_5/1/502"),
    ("flat 502, entrance 1, building 5, Jiangwan Estate", "jiangwan_5/1/502"),
    ("unit 01 of building 5, Jiangwan Estate, apartment 502", "jiangwan_5/1/502"),
    ("Jiangwan building 5 flat 502, noise outside my door", "jiangwan_5//502"),
    ("Jiangwan building 5, the outsider in flat 502 or flat 503", "jiangwan_5"),
    ("The street lamp at jiangwan, building 5 is dark", "jiangwan_5"),
    ("lamp broken near Orange building 3", "orange_lane_3"),
    ("楼道灯坏了，江湾5栋", "jiangwan_5"),
    ("楼道灯坏了 Jiangwan building 5", "jiangwan_5"),
    ("菜市场门口", "market_gate"),
    ("河边台阶的灯不亮", "riverside_steps"),
    ("社区服务中心", "service_centre"),
]


@pytest.mark.parametrize(("text", "place"), ONE_PLACE)
def test_a_plain_address_means_one_place(text: str, place: str) -> None:
    assert found(text) == (place,)


SIDES = [
    ("江湾小区3栋西单元", "1"),
    ("江湾小区3栋中单元", "2"),
    ("江湾小区3栋东边单元", "3"),
    ("江湾小区2栋东单元", "3"),
    ("江湾小区6栋中单元", ""),
    ("江湾小区3栋西边那户", ""),
]


@pytest.mark.parametrize(("text", "entrance"), SIDES)
def test_sides_count_the_entrances_from_west_to_east(text: str, entrance: str) -> None:
    assert [place.entrance for place in addresses().find(text)] == [entrance]


SEVERAL_PLACES = [
    ("3栋2单元楼下下水道又堵了", tuple(f"{code}/2 near" for code in BUILDING_3)),
    ("三栋二單元漏水了", tuple(f"{code}/2" for code in BUILDING_3)),
    ("江湾社区3栋", BUILDING_3),
    ("我们小区3栋", BUILDING_3),
    ("江湾小区3-501", ("jiangwan_3//501", "/3/501")),
    (
        "3-501",
        (
            "riverside_3//501",
            "orange_lane_3//501",
            "market_3//501",
            "jiangwan_3//501",
            "/3/501",
        ),
    ),
    ("江湾小区2501", ("jiangwan_2//501", "/2/501", "//2501")),
    ("江湾小区 2501室", ("jiangwan_2//501", "/2/501", "//2501")),
    ("江湾小区三号楼和五号楼之间", ("jiangwan_3", "jiangwan_5 near")),
    ("江湾小区和河边新村的3栋", ("riverside_3", "jiangwan_3")),
    ("2单元501", ("/2/501",)),
    ("二单元漏水", ("/2",)),
    ("501室", ("//501",)),
    ("8栋，菜市场口那边", (*(f"{estate}_8" for estate in ESTATES), "market_gate")),
]


@pytest.mark.parametrize(("text", "places"), SEVERAL_PLACES)
def test_an_ambiguous_address_offers_every_reading(text: str, places: tuple[str, ...]) -> None:
    assert found(text) == places


def test_a_number_alone_is_read_as_flat_of_a_building_of_an_entrance_and_of_a_high_house() -> None:
    assert found("2501")[-2:] == ("/2/501", "//2501")
    assert "jiangwan_2//501" in found("2501")


def test_a_building_that_has_the_entrance_comes_first() -> None:
    assert found("4栋4单元")[0] == "jiangwan_4" or found("5栋4单元")[0] == "riverside_5/4"
    assert found("5栋4单元")[0] == "riverside_5/4"


NO_PLACE = [
    "",
    "漏水了",
    "统一处理十分感谢",
    "江湾路12号附3号",
    "12-附3",
    "12号之一",
    "3号线停运",
    "门面5号",
    "车库7",
    "地下室",
    "桥头",
    "北桥外那个坡",
    "5楼",
    "五楼",
    "顶楼",
    "一座桥塌了",
    "两栋楼中间",
    "一栋楼都没水",
    "11月3号停电",
    "3号早上停水",
    "2026年11月26日",
    "2026/11/26",
    "1500元",
    "13800000001",
    "JW-261124-0037",
    "江湾小区15栋",
    "廿五栋",
    "零栋",
    "百十零栋",
    "百单元",
]


@pytest.mark.parametrize("text", NO_PLACE)
def test_what_is_no_address_finds_nothing(text: str) -> None:
    assert found(text) == ()


def test_a_landmark_knows_its_grid_and_point() -> None:
    (place,) = addresses().find("菜市场口")
    assert (place.grid, place.words, place.building) == ("JW03", "菜市场口", "")
    assert place.point == community().landmarks["market_gate"].point


def _with_lettered_buildings() -> Community:
    def building(code: str, number: str, entrances: int = 0) -> Building:
        like = community().buildings["jiangwan_3"]
        stairs = tuple(
            Entrance(str(position), LocalText({}), ("1202",))
            for position in range(1, entrances + 1)
        )
        return replace(like, code=code, number=number, entrances=stairs, aliases=())

    buildings = [building("a3", "3A"), building("b", "B", 2), building("plain", "3")]
    return replace(community(), buildings={each.code: each for each in buildings})


LETTERED = [
    ("江湾小区3栋A座1202", ("a3//1202",)),
    ("江湾小区3A栋1202", ("a3//1202",)),
    ("江湾小区B栋2单元1202", ("b/2/1202",)),
    ("江湾小区3栋", ("plain",)),
    ("江湾小区3栋C座", ("plain",)),
    ("江湾小区3栋东单元", ("plain",)),
]


@pytest.mark.parametrize(("text", "places"), LETTERED)
def test_buildings_may_have_letters(text: str, places: tuple[str, ...]) -> None:
    assert found(text, AddressBook(_with_lettered_buildings(), folding())) == places


def test_an_address_of_a_building_without_numbers_is_read_without_fail() -> None:
    assert read_addresses("百栋") == ()


def test_the_buildings_said_most_often_do_not_crowd_out_others() -> None:
    text = "".join(f"江湾小区{number}栋和" for number in range(1, 10)) * 100
    assert found(text) == ("jiangwan_1", "jiangwan_2", "jiangwan_3")


PIECES = st.sampled_from(
    [
        "江湾小区",
        "3",
        "栋",
        "二",
        "单元",
        "501",
        "-",
        "#",
        "号",
        "楼下",
        "老",
        "座",
        "廿",
        "百",
        " ",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join)))
def test_finding_never_fails(text: str) -> None:
    for place in addresses().find(text):
        assert place.building in {"", *community().buildings}
        assert place.building or place.landmark or place.entrance or place.flat


LONG_TEXTS = ["3栋" * 2048, "3-" * 2048, "一" * 4096, "3 " * 2048, "2单元" * 1365, "\ud83d" * 4096]


@pytest.mark.parametrize("text", [*LONG_TEXTS, "\ufdfa" * 4096, "江湾小区" * 1024])
def test_the_longest_texts_are_read_too(text: str) -> None:
    assert len(addresses().find(text)) <= 8
