"""How tests know that the bot has nothing left to do."""

UNFINISHED = """
SELECT (SELECT count(*) FROM inbox WHERE state IN ('new', 'doing', 'retry'))
     + (SELECT count(*) FROM outbox WHERE state IN ('pending', 'sending'))
"""
