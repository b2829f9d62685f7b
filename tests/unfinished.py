"""How tests know that the bot has nothing left to do."""

UNFINISHED = """
SELECT EXISTS (SELECT 1 FROM inbox WHERE state IN ('new', 'retry', 'doing'))
     + EXISTS (SELECT 1 FROM outbox WHERE state IN ('pending', 'sending', 'parked')
                 AND state <> 'parked')
     + EXISTS (SELECT 1 FROM paper_photo WHERE state = 'measuring')
"""
"""Looks for one row of each by its index: tests ask often, and some make a hundred thousand."""
