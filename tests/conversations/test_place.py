"""Where is it? By list, words, point, other reading, elsewhere."""

from dataclasses import replace

import pytest

from bot.community import Point
from bot.geography import distance
from bot.places import Place
from tests.bot.jiangwan import community
from tests.conversations.talks import BACK, SKIP, Press, Row, Talk, photo, pin, reported

WORDS = "下水道堵了"
NEXT = "extra.inside_home_outside"
END: list[Row] = [(SKIP, "extra.one_flat_whole"), (SKIP, "extra.dirty_water_entering")]


def place_after(*rows: Row, words: str = WORDS, **more: object) -> Place:
    talk = reported(words, **more).play([*rows, *END, (SKIP, "photos"), ("没有", "send")])
    talk.take(Press("send"))
    place: Place = talk.command.place
    return place


WAYS: list[tuple[str, list[Row], Place]] = [
    (
        "by the list",
        [
            (Press("list"), "place.estate"),
            (Press("market"), "place.building"),
            ("10", "place.flat"),
            ("201", NEXT),
        ],
        Place("market_10", "1", "201", grid="JW03"),
    ),
    (
        "the whole building",
        [
            ("1", "place.estate"),
            ("江湾小区", "place.building"),
            ("8", "place.entrance"),
            ("整栋", NEXT),
        ],
        Place("jiangwan_8", grid="JW04"),
    ),
    (
        "a stair, and no flat",
        [
            (Press("list"), "place.estate"),
            ("Jiangwan Estate", "place.building"),
            ("Building 8", "place.entrance"),
            ("entrance 2", "place.flat"),
            ("楼道", NEXT),
        ],
        Place("jiangwan_8", "2", grid="JW04"),
    ),
    (
        "a flat in words",
        [
            ("江湾小区8栋2单元", "place.flat"),
            ("顶楼东边那户", NEXT),
        ],
        Place("jiangwan_8", "2", "顶楼东边那户", words="江湾小区8栋2单元", grid="JW04"),
    ),
    (
        "in words that name everything",
        [("江湾小区8栋2单元501", NEXT)],
        Place("jiangwan_8", "2", "501", words="江湾小区8栋2单元501", grid="JW04"),
    ),
    (
        "in words, near a building",
        [("江湾小区8幢楼下", NEXT)],
        Place("jiangwan_8", words="江湾小区8幢楼下", grid="JW04", is_shared=True),
    ),
    (
        "in words that fit several estates",
        [("8栋楼下", "place.place_meant"), ("4", NEXT)],
        Place("jiangwan_8", words="8栋楼下", grid="JW04", is_shared=True),
    ),
    (
        "in words that fit several, then by the list",
        [
            ("8栋2单元501", "place.place_meant"),
            (Press("list"), "place.estate"),
            ("1", "place.building"),
            ("8", "place.entrance"),
            (Press("whole"), NEXT),
        ],
        Place("riverside_8", words="8栋2单元501", grid="JW01"),
    ),
    (
        "in words that fit none of those offered",
        [("8栋2单元501", "place.place_meant"), ("就按我说的记", NEXT)],
        Place(words="8栋2单元501"),
    ),
    ("in words that nobody knows", [("北桥外那个坡", NEXT)], Place(words="北桥外那个坡")),
    (
        "by a landmark",
        [("菜市场门口", "place.place_meant"), ("菜市场口", NEXT)],
        replace(
            Place(words="菜市场门口", grid="JW03", landmark="market_gate"),
            point=community().landmarks["market_gate"].point,
        ),
    ),
    (
        "elsewhere",
        [(Press("elsewhere"), "place.spot"), ("桥头往下走", NEXT)],
        Place(words="桥头往下走"),
    ),
    (
        "flat 501 of building 3 or of entrance 3",
        [
            ("江湾小区3-501", "place.place_meant"),
            ("3单元501室，哪栋我来选", "place.estate"),
            ("4", "place.building"),
            ("1", NEXT),
        ],
        Place("jiangwan_1", "3", "501", words="江湾小区3-501", grid="JW04"),
    ),
    (
        "the other reading of it",
        [("江湾小区3-501", "place.place_meant"), ("1", "place.entrance"), ("2", NEXT)],
        Place("jiangwan_3", "2", "501", words="江湾小区3-501", grid="JW04"),
    ),
    (
        "by the phone's place",
        [
            (pin(27.6217, 113.8438), "place.point"),
            ("江湾小区8栋", "place.entrance"),
            ("1", "place.flat"),
            ("楼上王奶奶 13900001111", "! report.flat_unclear"),
            ("不知道" * 20, NEXT),
        ],
        Place("jiangwan_8", "1", "", point=Point(27.6217, 113.8438), grid="JW04"),
    ),
    (
        "by the phone's place, no building near",
        [(pin(27.6217, 113.8438), "place.point"), ("附近没有楼", "place.spot"), (SKIP, NEXT)],
        Place(point=Point(27.6217, 113.8438), grid="JW04"),
    ),
    (
        "by the phone's place, then by the list",
        [
            (pin(27.6217, 113.8438), "place.point"),
            (Press("list"), "place.estate"),
            ("4", "place.building"),
            ("8", "place.entrance"),
            (Press("whole"), NEXT),
        ],
        Place("jiangwan_8", grid="JW04"),
    ),
    (
        "outside every grid",
        [(pin(27.7, 113.9), "place.point"), (Press("elsewhere"), "place.spot"), ("山上", NEXT)],
        Place(words="山上", point=Point(27.7, 113.9)),
    ),
]


@pytest.mark.parametrize(("way", "rows", "place"), WAYS)
def test_a_place_can_be_told_in_many_ways(way: str, rows: list[Row], place: Place) -> None:
    assert place_after(*rows) == place, way


def test_a_point_of_a_chinese_map_is_read_the_other_way_when_it_is_wrong() -> None:
    place = place_after(
        (pin(27.618307, 113.849129), "place.point"),
        ("不对，我不在这里", "place.other_point"),
        ("江湾小区8栋", "place.entrance"),
        (Press("whole"), NEXT),
    )
    assert place.point is not None
    assert distance(place.point, Point(27.6217, 113.8438)) < 3
    assert (place.building, place.grid) == ("jiangwan_8", "JW04")


def test_the_other_reading_is_offered_once() -> None:
    talk = reported(WORDS).play(
        [(pin(27.6, 113.8), "place.point"), (Press("wrong"), "place.other_point")]
    )
    assert talk.values() == ["elsewhere", "list"]
    assert talk.question.key == "report.ask.point_outside"


def test_the_point_is_confirmed_by_the_grids_name() -> None:
    talk = reported(WORDS).play([(pin(27.6217, 113.8438), "place.point")])
    assert talk.question.key == "report.ask.point"
    assert talk.question.parameters == {"grid": "JW04"}


def test_a_location_that_is_none_is_refused() -> None:
    reported(WORDS).play([(pin(0.0, 0.0), "! talk.not_taken.nowhere")])
    reported(WORDS).play([(photo(), "! talk.not_taken.file")])


def test_a_landmark_in_the_report_is_asked_and_not_assumed() -> None:
    talk = reported("居委会旁边下水道堵了")
    assert talk.where == "place"
    assert talk.values() == ["l:service_centre", "list", "elsewhere"]
    talk.play([("社区服务中心", NEXT)])


def test_the_place_question_lets_the_phone_offer_its_place() -> None:
    assert reported(WORDS).question.asks_for_place
    assert not Talk().question.asks_for_place


def test_a_single_building_is_taken_and_can_be_taken_back() -> None:
    talk = reported(f"江湾小区8栋1单元201{WORDS}")
    talk.play([(BACK, "place.flat"), (BACK, "place.entrance"), (BACK, "place")])
    assert talk.question.key == "report.ask.place_found"
    assert talk.values() == ["b:jiangwan_8", "list", "elsewhere"]


def test_the_same_building_is_offered_once() -> None:
    talk = reported(f"江湾小区8栋1单元和江湾小区8栋2单元{WORDS}")
    assert talk.where == "place.flat"


def test_a_house_with_one_stair_asks_for_the_flat_at_once() -> None:
    assert reported(f"江湾小区10栋{WORDS}").where == "place.flat"


def test_a_house_without_stairs_asks_for_the_flat_only() -> None:
    house = replace(community().buildings["jiangwan_8"], entrances=())
    buildings = {**community().buildings, "jiangwan_8": house}
    talk = reported(f"江湾小区8栋{WORDS}", among=replace(community(), buildings=buildings))
    assert talk.where == "place.flat"
    talk.play([("2号", NEXT)])
    assert talk.answers["place.flat"] == "2"


def test_a_village_with_one_estate_is_not_asked_for_it() -> None:
    buildings = {
        code: building
        for code, building in community().buildings.items()
        if building.estate == "market"
    }
    talk = reported(WORDS, among=replace(community(), buildings=buildings))
    talk.play([(Press("list"), "place.building")])


def test_a_community_without_buildings_offers_no_list() -> None:
    talk = reported(WORDS, among=replace(community(), buildings={}, estates={}))
    assert talk.values() == ["elsewhere"]


def test_a_typed_number_is_the_buildings_own_and_not_its_position() -> None:
    buildings = {
        code: building
        for code, building in community().buildings.items()
        if building.estate == "market" and building.number not in {"1", "2"}
    }
    talk = reported(WORDS, among=replace(community(), buildings=buildings))
    talk.play([(Press("list"), "place.building"), ("1", "! talk.choose")])
    talk.play([("5栋", "place.entrance")])
    assert talk.answers["place.building"] == "market_5"


STORED = ["p:here", "p:1,2", "b:gone", "l:gone", "r:1,2", "x"]


@pytest.mark.parametrize("answer", STORED)
def test_a_stored_place_that_is_none_any_more_is_asked_again(answer: str) -> None:
    talk = Talk({"words": WORDS, "place": answer})
    assert talk.where == "place"
    assert talk.asking.again
