-- What a crawler must remember between runs, and what others must be told of.

-- When the facts of a product were read; fetched_at also moves when the site only confirms that nothing changed.
ALTER TABLE products ADD COLUMN page_read_at timestamptz;
UPDATE products SET page_read_at = fetched_at;
ALTER TABLE products ALTER COLUMN page_read_at SET NOT NULL;

-- The small history: the value before the present one, and since when the present one holds.
ALTER TABLE products
    ADD COLUMN previous_price       numeric(10, 2),
    ADD COLUMN price_changed_at     timestamptz,
    ADD COLUMN available_changed_at timestamptz;

CREATE FUNCTION keep_last_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.price <> NEW.price THEN
        NEW.previous_price := OLD.price;
        NEW.price_changed_at := NEW.page_read_at;
    END IF;
    IF OLD.available <> NEW.available THEN
        NEW.available_changed_at := NEW.availability_checked_at;
    END IF;
    RETURN NEW;
END $$;

-- Triggers fire in the order of their names: this one before product_revision, which compares old and new.
CREATE TRIGGER product_last_change BEFORE UPDATE ON products
    FOR EACH ROW EXECUTE FUNCTION keep_last_change();

CREATE OR REPLACE FUNCTION number_product_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    unseen CONSTANT text[] :=
        ARRAY['fetched_at', 'page_read_at', 'changed_at', 'availability_checked_at', 'revision'];
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - unseen = to_jsonb(OLD) - unseen THEN
        NEW.changed_at := OLD.changed_at;
        NEW.revision := OLD.revision;
    ELSE
        PERFORM pg_advisory_xact_lock(hashtext('product_revision'));
        NEW.revision := nextval('product_revision');
    END IF;
    RETURN NEW;
END $$;

-- One row a page that was ever asked for.
CREATE TABLE pages (
    sku                text PRIMARY KEY,
    attempted_at       timestamptz NOT NULL,
    read_at            timestamptz,
    status             integer,
    listed_as_modified timestamptz,
    etag               text,
    last_modified      text,
    content_hash       text,
    record_hash        text,
    english_read_at    timestamptz
);

COMMENT ON COLUMN pages.attempted_at IS 'when it was last asked for, with whatever success';
COMMENT ON COLUMN pages.read_at IS 'when it was last read in full or confirmed unchanged (304); null when it never was';
COMMENT ON COLUMN pages.status IS 'HTTP status of the last answer; null when there was none';
COMMENT ON COLUMN pages.listed_as_modified IS 'the lastmod for which it was last read';
COMMENT ON COLUMN pages.etag IS 'validator of the last full answer, for If-None-Match';
COMMENT ON COLUMN pages.last_modified IS 'validator of the last full answer, for If-Modified-Since';
COMMENT ON COLUMN pages.content_hash IS 'SHA-256 of what the page says of the product, without what moves on every answer';
COMMENT ON COLUMN pages.record_hash IS 'hash of the Live Search record at the last reading';

INSERT INTO pages (sku, attempted_at, read_at, status)
SELECT sku, fetched_at, fetched_at, 200 FROM products;

-- What the sitemaps list in the run that goes on. Filled anew by each run; lost in a crash, as it may be.
CREATE UNLOGGED TABLE listed_pages (
    sku           text PRIMARY KEY,
    url           text NOT NULL,
    last_modified timestamptz,
    record_hash   text
);

CREATE TABLE runs (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job            text NOT NULL,
    process        text NOT NULL,
    state          text NOT NULL CHECK (state IN ('running', 'ended', 'killed')),
    pass_began_at  timestamptz NOT NULL,
    started_at     timestamptz NOT NULL,
    heartbeat_at   timestamptz NOT NULL,
    ended_at       timestamptz,
    exit_code      integer,
    complete       boolean NOT NULL DEFAULT false,
    reason         text,
    counters       jsonb NOT NULL DEFAULT '{}'
);

CREATE INDEX runs_by_job ON runs (job, id);

COMMENT ON COLUMN runs.process IS 'process id and host, for the message to a second run';
COMMENT ON COLUMN runs.pass_began_at IS 'start of the first run of the pass that this run goes on with, after a kill';
COMMENT ON COLUMN runs.complete IS 'whether it did all there was to do';

-- Changes that somebody may be told of. A row is written in the transaction that writes the change.
CREATE TABLE events (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sku         text NOT NULL REFERENCES products (sku),
    kind        text NOT NULL,
    store_id    text,
    old         text,
    new         text,
    source      text NOT NULL,
    detected_at timestamptz NOT NULL
);

CREATE INDEX events_by_sku ON events (sku, id);

COMMENT ON COLUMN events.detected_at IS 'time of the reading that showed the change';

-- Who wants to be told of which product; user ids carry their channel, as tg:123.
CREATE TABLE watches (
    user_id    text NOT NULL,
    sku        text NOT NULL REFERENCES products (sku),
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, sku)
);

CREATE INDEX watches_by_sku ON watches (sku);
