-- Who may talk to the bot, beyond what its settings say.

CREATE TABLE access (
    user_id    text PRIMARY KEY,
    allowed    boolean NOT NULL,
    decided_by text NOT NULL,
    decided_at timestamptz NOT NULL
);

COMMENT ON TABLE access IS 'the last word of an administrator about a person; wins over the list in the settings';
COMMENT ON COLUMN access.decided_by IS 'user id of the administrator';

CREATE TABLE strangers (
    user_id text PRIMARY KEY,
    told_at timestamptz NOT NULL
);

COMMENT ON TABLE strangers IS 'who was told that the bot is private; deleted after a day';
