-- name: meta_value
-- One fact about the database itself.
SELECT value FROM meta WHERE name = :name

-- name: set_meta_value
-- Remember one fact about the database itself.
INSERT INTO meta (name, value) VALUES (:name, :value)
ON CONFLICT (name) DO UPDATE SET value = excluded.value
