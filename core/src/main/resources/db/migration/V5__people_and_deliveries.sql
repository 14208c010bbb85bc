-- Who is told of what.

CREATE TABLE people (
    user_id    text PRIMARY KEY,
    language   text CHECK (language IN ('fr', 'en')),
    digest     boolean NOT NULL DEFAULT false,
    paused     boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON COLUMN people.user_id IS 'channel and the id there, as tg:123';
COMMENT ON COLUMN people.language IS 'what the person chose; null when that is left to the channel';
COMMENT ON COLUMN people.digest IS 'whether the weekly digest goes to this person';
COMMENT ON COLUMN people.paused IS 'whether nothing is sent, because the person said so or blocked the bot';

CREATE TABLE deliveries (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id   bigint NOT NULL REFERENCES events (id),
    user_id    text NOT NULL,
    news_since timestamptz NOT NULL,
    due_at     timestamptz NOT NULL,
    leased_by  text,
    tries      integer NOT NULL DEFAULT 0,
    outcome    text CHECK (outcome IN ('sent', 'blocked', 'failed', 'expired')),
    ended_at   timestamptz,
    UNIQUE (event_id, user_id),
    CHECK ((outcome IS NULL) = (ended_at IS NULL))
);

CREATE INDEX deliveries_open ON deliveries (due_at, id) WHERE ended_at IS NULL;
CREATE INDEX deliveries_ended ON deliveries (ended_at) WHERE ended_at IS NOT NULL;

COMMENT ON COLUMN deliveries.news_since IS 'time of the reading that showed the event';
COMMENT ON COLUMN deliveries.due_at IS 'when it may be claimed: at once, after a pause, or when the lease of the last claim is over';
COMMENT ON COLUMN deliveries.leased_by IS 'who claimed it last';
COMMENT ON COLUMN deliveries.tries IS 'how often it was claimed, without the times the channel was merely busy';
COMMENT ON COLUMN deliveries.outcome IS 'failed: not accepted, or out of tries; expired: too old to be news';

-- In the transaction of the event, whoever writes it and however many at once: a row for each person whom it concerns.
-- Of what happens in a store those are told who prefer it. Who began to watch after the reading is not told of it.
CREATE FUNCTION tell_watchers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO deliveries (event_id, user_id, news_since, due_at)
    SELECT event.id, watch.user_id, event.detected_at, event.detected_at
    FROM told event
    JOIN watches watch ON watch.sku = event.sku AND watch.created_at <= event.detected_at
    LEFT JOIN people person ON person.user_id = watch.user_id
    WHERE person.paused IS NOT TRUE
        AND (event.store_id IS NULL OR EXISTS (
            SELECT FROM preferred_stores preferred
            WHERE preferred.user_id = watch.user_id AND preferred.store_id = event.store_id))
    ORDER BY event.id, watch.user_id;
    RETURN NULL;
END $$;

CREATE TRIGGER events_tell_watchers AFTER INSERT ON events
    REFERENCING NEW TABLE AS told
    FOR EACH STATEMENT EXECUTE FUNCTION tell_watchers();
