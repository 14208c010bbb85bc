-- Erasing a person and the audit log without reading a whole table, and an age for what is deleted by age.

CREATE INDEX deliveries_by_user ON deliveries (user_id, message_id);
DROP INDEX deliveries_by_message;
CREATE INDEX recommendations_by_user ON recommendations (user_id);

-- The order of the audit log, for one person and for everybody.
CREATE INDEX visits_by_user_and_time ON visits (user_id, begun_at DESC, id DESC);
CREATE INDEX visits_by_time ON visits (begun_at DESC, id DESC);
DROP INDEX visits_by_user;
DROP INDEX visits_age;

ALTER TABLE embeddings ADD COLUMN written_at timestamptz NOT NULL DEFAULT now();

COMMENT ON COLUMN embeddings.written_at IS 'when the vector was stored or removed';
