"""The command line of Xiaoxiang.

`uv run bot.py demo | run | check | draw | load | invite | status | backup`.
"""

from handlers.command_line import command_line
from handlers.demo import Scenery
from playground.control import Showcase
from playground.server import Playground


def open_playground(port: int, scenery: Scenery) -> Playground:
    """Open the local Telegram that the demo plays on."""
    showcase = Showcase(hint=dict(scenery.hint), map=dict(scenery.map))
    return Playground(port=port, showcase=showcase)


if __name__ == "__main__":
    command_line(open_playground)()
