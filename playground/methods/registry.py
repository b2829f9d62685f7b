"""All methods, written out by hand."""

from playground.methods import actions, callbacks, life_cycle, profile, text
from playground.methods.method import Method

MODULES = (life_cycle, profile, text, callbacks, actions)

METHODS: dict[str, Method] = {
    method.name.lower(): method for module in MODULES for method in module.METHODS
}
