"""Files and tables of a community's folder that nobody reads: most often they are misspelt."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from storage.community_categories import FILE as CATEGORIES
from storage.community_files import FILE_OF_KIND
from storage.community_services import (
    ERRANDS,
    ORGANISATION_TABLES,
    ORGANISATIONS,
    OTHER_OFFICES,
    OWN,
    PRIVATE_MATTERS,
    PROOFS,
    SHARED,
    SHARED_TABLES,
)

# Only the demo reads it.
DEMO = "demo.toml"
FILES = (
    *dict.fromkeys(FILE_OF_KIND.values()),
    SHARED,
    PROOFS,
    OTHER_OFFICES,
    ORGANISATIONS,
    PRIVATE_MATTERS,
    ERRANDS,
    DEMO,
)
# Other files, such as a README, may lie beside the data.
READ = frozenset({".toml", ".csv", ".geojson"})
_DEFAULTS = "_are"
TABLES: Mapping[str, tuple[str, ...]] = {
    SHARED: (*SHARED_TABLES, *(f"{table}{_DEFAULTS}" for table in SHARED_TABLES)),
    PROOFS: ("proofs",),
    OTHER_OFFICES: ("other_offices",),
    ORGANISATIONS: (*ORGANISATION_TABLES, "offers_are"),
    PRIVATE_MATTERS: ("matter_kinds",),
    ERRANDS: ("errands", "errands_are"),
    CATEGORIES: ("groups", "categories", "ambiguous_words", "handlers"),
}


def unknown_files(folder: Path) -> Iterator[str]:
    """Yield the files that look like data, and which nobody reads."""
    for path in sorted(folder.iterdir()):
        if path.suffix in READ and path.name not in FILES:
            yield path.name
    own = folder / OWN
    for path in sorted(own.iterdir()) if own.is_dir() else ():
        if path.suffix in READ - {".toml"}:
            yield f"{OWN}{path.name}"


def unknown_tables(file: str, given: Iterable[str]) -> Iterator[str]:
    """Yield the tables of a file that nobody reads."""
    known = TABLES.get(file)
    return (table for table in given if known is not None and table not in known)
