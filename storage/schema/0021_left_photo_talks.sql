-- Conversations about photos of papers that nobody goes on with are found at night without looking through all talks.
CREATE INDEX talk_left_with_photos ON talk (changed_at)
    WHERE script = 'paper_photo' AND state IN ('open', 'paused');
