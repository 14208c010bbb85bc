-- The weekly digest: what a week covers, and who was sent it.

CREATE TABLE digests (
    week  text PRIMARY KEY CHECK (week ~ '^[0-9]{4}-W[0-9]{2}$'),
    since timestamptz NOT NULL,
    until timestamptz NOT NULL CHECK (since < until)
);

COMMENT ON TABLE digests IS 'fixed when the first recipient of a week is claimed, so that all of them read the same';
COMMENT ON COLUMN digests.week IS 'ISO 8601, by the clock of Montréal';

CREATE TABLE digest_recipients (
    week        text NOT NULL REFERENCES digests (week),
    user_id     text NOT NULL,
    parts_begun integer NOT NULL DEFAULT 0,
    parts_sent  integer NOT NULL DEFAULT 0 CHECK (parts_sent <= parts_begun),
    leased_by   text,
    due_at      timestamptz NOT NULL,
    tries       integer NOT NULL DEFAULT 0,
    outcome     text CHECK (outcome IN ('sent', 'blocked', 'failed')),
    ended_at    timestamptz,
    PRIMARY KEY (week, user_id),
    CHECK ((outcome IS NULL) = (ended_at IS NULL))
);

COMMENT ON COLUMN digest_recipients.user_id IS 'a person or a group, as tg:123 or tg:-100123';
COMMENT ON COLUMN digest_recipients.parts_begun IS
    'messages that may have been sent: written before each, so that whoever goes on after a kill sends none twice';
COMMENT ON COLUMN digest_recipients.parts_sent IS 'messages that the channel accepted';
COMMENT ON COLUMN digest_recipients.due_at IS 'when it may be claimed: at once, or when the lease of the last claim is over';

CREATE INDEX events_by_time ON events (detected_at);
