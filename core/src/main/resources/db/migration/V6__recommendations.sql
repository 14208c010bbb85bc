-- What was recommended to whom and why, for feedback and for whoever asks how an answer came about.

CREATE TABLE recommendations (
    id              uuid PRIMARY KEY,
    conversation_id uuid NOT NULL,
    user_id         text NOT NULL,
    question        text NOT NULL,
    mode            text NOT NULL CHECK (mode IN ('claude', 'offline')),
    understanding   jsonb NOT NULL,
    picks           jsonb NOT NULL,
    loosened        text[] NOT NULL,
    message         text NOT NULL,
    milliseconds    integer NOT NULL,
    created_at      timestamptz NOT NULL,
    rating          text CHECK (rating IN ('up', 'down'))
);

CREATE INDEX recommendations_conversation ON recommendations (conversation_id, created_at);
CREATE INDEX recommendations_age ON recommendations (created_at);

COMMENT ON COLUMN recommendations.picks IS 'best first: [{"sku", "score", "reason"}]';
COMMENT ON COLUMN recommendations.milliseconds IS 'how long it took to work out';
