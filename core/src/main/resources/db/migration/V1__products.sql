-- One row a product that saq.com has ever listed. A null is unknown, never "no".

CREATE SEQUENCE product_revision;

CREATE TABLE products (
    sku                     text PRIMARY KEY CHECK (sku ~ '^[0-9]{2,8}$'),
    url                     text NOT NULL,
    name                    text NOT NULL,
    name_en                 text,
    description             text,
    image                   text,
    categories              text[] NOT NULL DEFAULT '{}',
    country                 text,
    region                  text,
    appellation             text,
    designation             text,
    classification          text,
    quebec                  text,
    producer                text,
    agent                   text,
    color                   text,
    grapes                  jsonb NOT NULL DEFAULT '[]',
    grapes_text             text,
    alcohol_percent         numeric(5, 2),
    alcohol_text            text,
    sugar_g_per_l           numeric(7, 2),
    sugar_text              text,
    size_ml                 integer CHECK (size_ml > 0),
    size_text               text,
    vintage                 integer,
    taste_tag               text,
    features                text[] NOT NULL DEFAULT '{}',
    magento_id              bigint,
    upc                     text,
    gtin                    text,
    price                   numeric(10, 2) CHECK (price >= 0),
    currency                text,
    available               boolean,
    online_quantity         integer CHECK (online_quantity >= 0),
    availability_checked_at timestamptz,
    rating                  numeric(3, 2) CHECK (rating BETWEEN 0 AND 5),
    review_count            integer CHECK (review_count >= 0),
    first_seen_at           timestamptz NOT NULL,
    fetched_at              timestamptz NOT NULL,
    changed_at              timestamptz NOT NULL,
    delisted_at             timestamptz,
    revision                bigint NOT NULL UNIQUE
);

COMMENT ON COLUMN products.first_seen_at IS 'when the product was first stored; "new" sorts by it';
COMMENT ON COLUMN products.fetched_at IS 'when its page was last read; incremental crawling compares lastmod with it';
COMMENT ON COLUMN products.changed_at IS 'when anything a reader can see last changed';
COMMENT ON COLUMN products.revision IS 'number of the last change; see number_product_revision()';

-- Gives each visible change the next revision and the time of the reading that brought it.
--
-- Readers follow revisions upwards and never look back, so a lower number must not become visible after a higher one.
-- The lock, held until commit, lets one writer at a time take a number.
CREATE FUNCTION number_product_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    unseen CONSTANT text[] := ARRAY['fetched_at', 'changed_at', 'availability_checked_at', 'revision'];
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

CREATE TRIGGER product_revision BEFORE INSERT OR UPDATE ON products
    FOR EACH ROW EXECUTE FUNCTION number_product_revision();
