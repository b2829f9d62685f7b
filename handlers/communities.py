"""The communities that are loaded, read from the database."""

import json
from collections.abc import Mapping

from bot.community import Community
from bot.community_items import Item, assemble
from handlers.errors import OperatorError
from storage.community import community_codes, items_of
from storage.database import Database, Transaction


async def load_communities(database: Database) -> Mapping[str, Community]:
    """Read every community that is loaded; there must be one."""

    async def body(tx: Transaction) -> dict[str, Community]:
        return {code: await _community(tx, code) for code in await community_codes(tx)}

    communities = await database.turn(body)
    if not communities:
        raise OperatorError("no_community")
    return communities


async def _community(tx: Transaction, code: str) -> Community:
    stored = await items_of(tx, code)
    return assemble([Item(each.kind, each.code, json.loads(each.content)) for each in stored])
