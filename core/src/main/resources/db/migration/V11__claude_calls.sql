-- What each call of Claude cost, so that a day can be kept within its budget and an operator sees where the money went.

CREATE TABLE claude_calls (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recommendation_id  uuid NOT NULL,
    purpose            text NOT NULL,
    model              text NOT NULL,
    prompt_version     text NOT NULL,
    outcome            text NOT NULL,
    input_tokens       integer NOT NULL DEFAULT 0,
    output_tokens      integer NOT NULL DEFAULT 0,
    cache_write_tokens integer NOT NULL DEFAULT 0,
    cache_read_tokens  integer NOT NULL DEFAULT 0,
    cost_usd           numeric(12, 8) NOT NULL,
    milliseconds       integer NOT NULL DEFAULT 0,
    created_at         timestamptz NOT NULL
);

CREATE INDEX claude_calls_age ON claude_calls (created_at);
CREATE INDEX claude_calls_recommendation ON claude_calls (recommendation_id);

COMMENT ON COLUMN claude_calls.outcome IS 'open until it ended, then ok or what went wrong';
COMMENT ON COLUMN claude_calls.cost_usd IS 'while it is open, or where nobody knows, the most that it can cost';

CREATE TABLE claude_days (
    day      date PRIMARY KEY,
    cost_usd numeric(14, 8) NOT NULL
);

COMMENT ON TABLE claude_days IS 'what was spent on a day by the clock of Montréal, with what open calls may still cost';
