-- Alerts that wait for the morning, and alerts that are put right in place.

ALTER TABLE people
    ADD COLUMN quiet_from  time,
    ADD COLUMN quiet_until time,
    ADD COLUMN time_zone   text NOT NULL DEFAULT 'America/Toronto',
    ADD CHECK ((quiet_from IS NULL) = (quiet_until IS NULL)),
    ADD CHECK (quiet_from <> quiet_until);

COMMENT ON COLUMN people.quiet_from IS 'when the quiet hours begin, by the clock of time_zone; null without quiet hours';
COMMENT ON COLUMN people.quiet_until IS 'when they end; on the next day where that is earlier than they begin';
COMMENT ON COLUMN people.time_zone IS 'as the tz database names it';

ALTER TABLE deliveries
    ADD COLUMN held       boolean NOT NULL DEFAULT false,
    ADD COLUMN message_id bigint;

COMMENT ON COLUMN deliveries.held IS 'whether it waits for the end of the person''s quiet hours';
COMMENT ON COLUMN deliveries.message_id IS 'the message that told it, as the channel numbers it; null where that is not known';
COMMENT ON COLUMN deliveries.news_since IS
    'time of the reading that showed the event, moved on by the time for which quiet hours held it';

CREATE INDEX deliveries_open_of_person ON deliveries (user_id, due_at) WHERE ended_at IS NULL;
CREATE INDEX deliveries_by_message ON deliveries (user_id, message_id) WHERE message_id IS NOT NULL;
