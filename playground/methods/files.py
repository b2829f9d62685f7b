"""getFile and the pictures of people."""

from playground.errors import bad_request
from playground.methods.method import Method
from playground.shapes import INTEGER, NOTHING, TEXT
from playground.wire import Wire
from playground.world import World


def get_file(world: World, given: Wire) -> Wire:
    """Answer getFile."""
    if not given["file_id"]:
        raise bad_request("file_id not specified")
    return world.files.file_wire(given["file_id"])


def get_user_profile_photos(world: World, given: Wire) -> Wire:
    """Answer getUserProfilePhotos: nobody here has set one."""
    if given["user_id"] not in world.people:
        raise bad_request("user not found")
    return {"total_count": 0, "photos": []}


METHODS = (
    Method("getFile", {"file_id": TEXT}, NOTHING, get_file),
    Method(
        "getUserProfilePhotos",
        {"user_id": INTEGER},
        {"offset": INTEGER, "limit": INTEGER},
        get_user_profile_photos,
    ),
)
