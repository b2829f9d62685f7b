"""All methods, written out by hand."""

from playground.methods import (
    actions,
    callbacks,
    chats,
    copying,
    files,
    life_cycle,
    media,
    moderation,
    pins,
    places,
    polls,
    profile,
    text,
)
from playground.methods.method import Method

MODULES = (
    life_cycle,
    profile,
    text,
    media,
    places,
    polls,
    copying,
    callbacks,
    actions,
    pins,
    files,
    chats,
    moderation,
)

METHODS: dict[str, Method] = {
    method.name.lower(): method for module in MODULES for method in module.METHODS
}
