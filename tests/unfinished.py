"""How tests know that the bot has nothing left to do."""

UNFINISHED = """
SELECT EXISTS (SELECT 1 FROM inbox WHERE state IN ('new', 'doing', 'retry'))
     + EXISTS (SELECT 1 FROM outbox WHERE state IN ('pending', 'sending'))
"""
"""Looks for one row of each, for tests ask often, and sometimes a hundred thousand rows wait."""
