"""What can be wrong with the words themselves."""


class BadCatalogueError(Exception):
    """The catalogue does not fit together; the text names file or key."""
