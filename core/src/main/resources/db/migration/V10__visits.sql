-- Every command that was given: whose it was and how it ended, never what was written.

CREATE TABLE visits (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bot          text NOT NULL,
    update_id    bigint,
    user_id      text NOT NULL,
    command      text NOT NULL,
    begun_at     timestamptz NOT NULL,
    begun_by     text NOT NULL,
    outcome      text CHECK (outcome IN ('answered', 'turned_away', 'unavailable', 'failed')),
    milliseconds integer,
    UNIQUE (bot, update_id)
);

CREATE INDEX visits_age ON visits (begun_at);
CREATE INDEX visits_by_user ON visits (user_id, id);

COMMENT ON COLUMN visits.bot IS 'channel and number of the bot, as tg:42';
COMMENT ON COLUMN visits.update_id IS
    'the number of the update there, by which it is known when it comes again; null once the channel gave it anew';
COMMENT ON COLUMN visits.begun_by IS 'the process that handles it';
COMMENT ON COLUMN visits.outcome IS 'null while it is handled, and for ever where the process was killed';
