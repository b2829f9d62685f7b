-- name: community_codes
-- The communities that are loaded.
SELECT DISTINCT community FROM community_item ORDER BY community

-- name: community_items
-- The data of one community.
SELECT kind, code, position, content FROM community_item WHERE community = :community ORDER BY position

-- name: put_community_item
-- A thing is added or changed.
INSERT INTO community_item (community, kind, code, position, content)
VALUES (:community, :kind, :code, :position, :content)
ON CONFLICT (community, kind, code) DO UPDATE SET position = excluded.position, content = excluded.content

-- name: remove_community_item
-- A thing is gone from the data.
DELETE FROM community_item WHERE community = :community AND kind = :kind AND code = :code
