"""Loading a community: only what differs is changed, and the difference says what that was."""

from pathlib import Path

from bot.community_items import Item
from storage.community import community_codes, items_of
from storage.community_folder import read_folder
from storage.community_load import Counts, Difference, load
from storage.database import Database, Transaction

FOLDER = Path(__file__).parents[2] / "examples" / "jiangwan"
MAIN = Item("community", "lane", {"code": "lane"})
FIRST = Item("grid", "G1", {"code": "G1", "name": "一"})
SECOND = Item("grid", "G2", {"code": "G2", "name": "二"})


async def _load(database: Database, *items: Item) -> Difference:
    return await database.turn(lambda tx: load(tx, items))


async def test_the_first_load_adds_everything(database: Database) -> None:
    found = await _load(database, MAIN, FIRST, SECOND)
    assert found == Difference((("community", "lane"), ("grid", "G1"), ("grid", "G2")), (), ())
    assert await database.turn(community_codes) == ("lane",)


async def test_loading_the_same_again_changes_nothing(database: Database) -> None:
    items = read_folder(FOLDER).items
    first = await _load(database, *items)
    assert len(first.added) == len(items)
    assert (await _load(database, *items)).is_empty


async def test_a_difference_names_what_is_new_changed_and_gone(database: Database) -> None:
    await _load(database, MAIN, FIRST, SECOND)
    changed = Item("grid", "G1", {"code": "G1", "name": "壹"})
    new = Item("grid", "G3", {"code": "G3"})
    found = await _load(database, MAIN, changed, new)
    assert found == Difference((("grid", "G3"),), (("grid", "G1"),), (("grid", "G2"),))


async def test_another_order_is_a_change(database: Database) -> None:
    await _load(database, MAIN, FIRST, SECOND)
    found = await _load(database, MAIN, SECOND, FIRST)
    assert set(found.moved) == {("grid", "G1"), ("grid", "G2")}
    assert not found.is_empty
    assert (await _load(database, MAIN, SECOND, FIRST)).is_empty


async def test_what_only_moves_up_is_not_counted_as_changed(database: Database) -> None:
    await _load(database, MAIN, FIRST, SECOND)
    found = await _load(database, MAIN, Item("grid", "G0", {"code": "G0"}), FIRST, SECOND)
    assert found.changed == ()
    assert [*found.by_kind()] == [Counts("community", 0, 0, 1, 0), Counts("grid", 1, 0, 2, 0)]


async def test_what_has_changed_in_a_thing_is_named(database: Database) -> None:
    await _load(database, MAIN, FIRST, SECOND)
    changed = Item("grid", "G1", {"code": "G1", "name": "壹", "residents": 3})
    found = await _load(database, MAIN, changed)
    assert found.fields == {("grid", "G1"): ("name", "residents")}
    assert [*found.by_kind()][-1] == Counts("grid", 0, 1, 0, 1)


async def test_other_communities_are_left_alone(database: Database) -> None:
    await _load(database, MAIN, FIRST)
    await _load(database, Item("community", "hill", {"code": "hill"}), SECOND)
    assert await database.turn(community_codes) == ("hill", "lane")

    async def kinds(tx: Transaction) -> list[str]:
        return [item.code for item in await items_of(tx, "lane")]

    assert await database.turn(kinds) == ["lane", "G1"]
