-- Where a product can be bought, as last read, and what was told of it.

-- All writers of products wait for each other before they touch a row, and not in the middle, where two of them could
-- hold what the other wants.
CREATE FUNCTION queue_product_writers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('product_revision'));
    RETURN NULL;
END $$;

CREATE TRIGGER product_writers BEFORE INSERT OR UPDATE ON products
    FOR EACH STATEMENT EXECUTE FUNCTION queue_product_writers();

ALTER TABLE products
    ADD COLUMN availability_source text,
    ADD COLUMN told_available      boolean,
    ADD COLUMN told_at             timestamptz,
    ADD COLUMN told_source         text,
    ADD COLUMN store_ids           text[],
    ADD COLUMN stores_checked_at   timestamptz,
    ADD COLUMN tasting_profile     jsonb;

UPDATE products SET availability_source = 'page' WHERE availability_checked_at IS NOT NULL;

COMMENT ON COLUMN products.availability_source IS 'where the online stock was read: page, inventory, live_search';
COMMENT ON COLUMN products.told_available IS
    'the online stock that watchers know of: of the first reading, then of the last event; null while none may tell';
COMMENT ON COLUMN products.told_at IS 'time of the reading of the last event; null before the first';
COMMENT ON COLUMN products.told_source IS 'source of the reading behind told_available';
COMMENT ON COLUMN products.store_ids IS 'identifiers of the stores that have it, sorted; null when that was never read';

-- A page comes from a cache that is up to two days old: it does not count against a fresher source of these days.
CREATE FUNCTION page_counts(checked_at timestamptz, source text, page_read_at timestamptz) RETURNS boolean
LANGUAGE sql STABLE RETURN
    checked_at IS NULL
    OR (checked_at <= page_read_at
        AND (source IS NOT DISTINCT FROM 'page' OR checked_at < page_read_at - interval '48 hours'));

CREATE OR REPLACE FUNCTION number_product_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    unseen CONSTANT text[] := ARRAY['fetched_at', 'page_read_at', 'changed_at', 'availability_checked_at',
        'availability_source', 'told_available', 'told_at', 'told_source', 'stores_checked_at', 'revision'];
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - unseen = to_jsonb(OLD) - unseen THEN
        NEW.changed_at := OLD.changed_at;
        NEW.revision := OLD.revision;
    ELSE
        NEW.revision := nextval('product_revision');
    END IF;
    RETURN NEW;
END $$;

CREATE TABLE stores (
    store_id           text PRIMARY KEY,
    name               text NOT NULL,
    kind               text,
    address            text,
    city               text,
    postal_code        text,
    telephone          text,
    latitude           double precision CHECK (latitude BETWEEN -90 AND 90),
    longitude          double precision CHECK (longitude BETWEEN -180 AND 180),
    opening_hours      jsonb,
    temporarily_closed boolean NOT NULL DEFAULT false,
    listed_at          timestamptz,
    closed_at          timestamptz,
    CHECK ((latitude IS NULL) = (longitude IS NULL))
);

COMMENT ON COLUMN stores.opening_hours IS 'as saq.com gives them; null when it gives none';
COMMENT ON COLUMN stores.listed_at IS 'when the directory last listed it; null for one known by a product''s list alone';
COMMENT ON COLUMN stores.closed_at IS 'when a complete directory first lacked it; null while it is there';

CREATE TABLE store_stock (
    sku         text NOT NULL REFERENCES products (sku),
    store_id    text NOT NULL REFERENCES stores (store_id),
    in_stock    boolean NOT NULL,
    quantity    integer CHECK (quantity >= 0),
    read_at     timestamptz NOT NULL,
    source      text NOT NULL,
    changed_at  timestamptz NOT NULL,
    told        boolean NOT NULL,
    told_at     timestamptz,
    PRIMARY KEY (sku, store_id)
);

COMMENT ON TABLE store_stock IS 'of watched products, in the stores that were looked at';
COMMENT ON COLUMN store_stock.quantity IS 'bottles; null when only their presence is known';
COMMENT ON COLUMN store_stock.changed_at IS 'since when it is as it is: in stock, or not';
COMMENT ON COLUMN store_stock.told IS 'what watchers know of: the first reading, then the last event';

CREATE TABLE preferred_stores (
    user_id    text NOT NULL,
    store_id   text NOT NULL REFERENCES stores (store_id),
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, store_id)
);

CREATE INDEX preferred_stores_by_store ON preferred_stores (store_id);

-- The readings of one availability run, before they are believed.
CREATE TABLE online_readings (
    sku             text PRIMARY KEY,
    available       boolean NOT NULL,
    quantity        integer,
    source          text NOT NULL,
    read_at         timestamptz NOT NULL,
    store_ids       text[],
    taste_tag       text,
    vintage         integer,
    tasting_profile jsonb
);

CREATE TABLE store_readings (
    sku       text NOT NULL,
    store_id  text NOT NULL,
    in_stock  boolean NOT NULL,
    quantity  integer,
    source    text NOT NULL,
    read_at   timestamptz NOT NULL,
    PRIMARY KEY (sku, store_id)
);

-- At most one row: why the readings above wait for the operator.
CREATE TABLE held_readings (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    held_at  timestamptz NOT NULL,
    reason   text NOT NULL
);

-- A page that was first asked for after the first complete pass is of a new product, however often it failed before.
ALTER TABLE pages ADD COLUMN first_attempted_at timestamptz;
UPDATE pages SET first_attempted_at = attempted_at;
ALTER TABLE pages ALTER COLUMN first_attempted_at SET NOT NULL;

COMMENT ON COLUMN products.fetched_at IS
    'when its page was last read or confirmed; crawling compares lastmod with the read_at of pages';
