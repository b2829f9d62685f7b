"""Which file of a community's folder holds what."""

from storage.community_categories import FILE as CATEGORIES
from storage.grid_features import FILE as GRIDS

# Tables by file: the kind of their rows, and their columns.
TABLES = {
    "estates.csv": ("estate", ("code", "name_zh-CN", "name_en", "aliases")),
    "buildings.csv": (
        "building",
        (
            "code",
            "estate",
            "number",
            "grid",
            "latitude",
            "longitude",
            "entrances",
            "floors",
            "flats_per_floor",
            "aliases",
        ),
    ),
    "landmarks.csv": (
        "landmark",
        ("code", "name_zh-CN", "name_en", "grid", "latitude", "longitude", "aliases"),
    ),
    "staff.csv": ("staff", ("code", "name", "role", "grids", "deputy_for", "phone")),
}
CALENDAR = "calendar.toml"
FILE_OF_KIND = {
    "community": "community.toml",
    "calendar": CALENDAR,
    "grid": GRIDS,
    "estate": "estates.csv",
    "building": "buildings.csv",
    "landmark": "landmarks.csv",
    "staff": "staff.csv",
    "group": CATEGORIES,
    "category": CATEGORIES,
    "ambiguous_word": CATEGORIES,
    "handler": CATEGORIES,
}
