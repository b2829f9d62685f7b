-- Every confidential conversation that nobody goes on with is found by its age, not only the applications.

DROP INDEX talk_private;
CREATE INDEX talk_private ON talk (changed_at) WHERE script IN (
    'mediation', 'legal_aid', 'private_words', 'matter_reply', 'matter_tell', 'matter_missing', 'matter_end', 'matter_meet',
    'matter_settle', 'matter_withdraw'
) AND state IN ('open', 'paused');
