-- Groups that got another number, and recipients of the digest that are tried again within the week.

CREATE TABLE moved_groups (
    group_id text PRIMARY KEY,
    moved_to text NOT NULL CHECK (moved_to <> group_id),
    moved_at timestamptz NOT NULL
);

COMMENT ON TABLE moved_groups IS 'a group that became a supergroup: the channel knows it by another number from then on';

ALTER TABLE digest_recipients ADD COLUMN rounds integer NOT NULL DEFAULT 0;

COMMENT ON COLUMN digest_recipients.rounds IS 'how often it was taken up again after it had failed';

ALTER TABLE access ADD COLUMN name text CHECK (length(name) BETWEEN 1 AND 60);

COMMENT ON COLUMN access.name IS 'by which the operator knows the person; erased with the rest of what is known of them';
