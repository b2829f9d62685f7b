"""All methods, written out by hand."""

from playground.methods import (
    actions,
    callbacks,
    copying,
    life_cycle,
    media,
    places,
    profile,
    text,
)
from playground.methods.method import Method

MODULES = (life_cycle, profile, text, media, places, copying, callbacks, actions)

METHODS: dict[str, Method] = {
    method.name.lower(): method for module in MODULES for method in module.METHODS
}
