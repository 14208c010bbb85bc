-- Price alerts: of whom a lower price is news, and from which price on.

ALTER TABLE watches
    ADD COLUMN price_rule      text CHECK (price_rule IN ('amount', 'percent', 'below')),
    ADD COLUMN price_value     numeric(10, 2) CHECK (price_value > 0),
    ADD COLUMN price_reference numeric(10, 2),
    ADD COLUMN price_since     timestamptz,
    ADD CHECK ((price_rule IS NULL) = (price_value IS NULL)),
    ADD CHECK ((price_rule IS NULL) = (price_since IS NULL)),
    ADD CHECK (price_rule IS DISTINCT FROM 'percent' OR price_value <= 100);

COMMENT ON COLUMN watches.price_rule IS
    'which lower prices are news: lower by an amount, lower by a percentage, at or below a price; null for none';
COMMENT ON COLUMN watches.price_value IS 'dollars, or percent';
COMMENT ON COLUMN watches.price_reference IS
    'the highest price since the rule was set or last met, from which a drop is measured; null while no price is known';
COMMENT ON COLUMN watches.price_since IS 'when the rule was set; a reading before that is not told';

ALTER TABLE deliveries ADD COLUMN old text;

COMMENT ON COLUMN deliveries.old IS 'of a price drop: the price that the person knew; null where it is as the event says';

-- Of a price drop only those are told whose rule it meets: tell_price_drop makes these deliveries itself.
CREATE OR REPLACE FUNCTION tell_watchers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO deliveries (event_id, user_id, news_since, due_at)
    SELECT event.id, watch.user_id, event.detected_at, event.detected_at
    FROM told event
    JOIN watches watch ON watch.sku = event.sku AND watch.created_at <= event.detected_at
    LEFT JOIN people person ON person.user_id = watch.user_id
    WHERE person.paused IS NOT TRUE AND event.kind <> 'price_drop'
        AND (event.store_id IS NULL OR EXISTS (
            SELECT FROM preferred_stores preferred
            WHERE preferred.user_id = watch.user_id AND preferred.store_id = event.store_id))
    ORDER BY event.id, watch.user_id;
    RETURN NULL;
END $$;

CREATE FUNCTION price_drop_is_news(rule text, value numeric, reference numeric, price numeric) RETURNS boolean
LANGUAGE sql IMMUTABLE RETURN
    price < reference AND CASE rule
        WHEN 'amount' THEN reference - price >= value
        WHEN 'percent' THEN (reference - price) * 100 >= value * reference
        WHEN 'below' THEN price <= value AND reference > value
    END;

-- In the transaction of the reading: the event, a delivery for each person whom it concerns, and what each knows from now
-- on. A price that is unknown in between changes nothing; a reading older than the stored one does not come here.
CREATE FUNCTION tell_price_drop() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    event bigint;
BEGIN
    IF EXISTS (
        SELECT FROM watches WHERE sku = NEW.sku AND price_since <= NEW.page_read_at
            AND price_drop_is_news(price_rule, price_value, price_reference, NEW.price))
    THEN
        INSERT INTO events (sku, kind, old, new, source, detected_at)
        VALUES (NEW.sku, 'price_drop', OLD.price, NEW.price, 'page', NEW.page_read_at)
        RETURNING id INTO event;
        INSERT INTO deliveries (event_id, user_id, news_since, due_at, old)
        SELECT event, watch.user_id, NEW.page_read_at, NEW.page_read_at, watch.price_reference
        FROM watches watch
        LEFT JOIN people person ON person.user_id = watch.user_id
        WHERE watch.sku = NEW.sku AND watch.price_since <= NEW.page_read_at AND person.paused IS NOT TRUE
            AND price_drop_is_news(watch.price_rule, watch.price_value, watch.price_reference, NEW.price)
        ORDER BY watch.user_id;
    END IF;
    UPDATE watches SET price_reference = CASE
            WHEN price_since > NEW.page_read_at
                OR price_drop_is_news(price_rule, price_value, price_reference, NEW.price) THEN NEW.price
            ELSE greatest(price_reference, NEW.price)
        END
    WHERE sku = NEW.sku AND price_rule IS NOT NULL;
    RETURN NULL;
END $$;

CREATE TRIGGER products_tell_price_drop AFTER UPDATE OF price ON products
    FOR EACH ROW WHEN (NEW.price IS NOT NULL AND NEW.price IS DISTINCT FROM OLD.price)
    EXECUTE FUNCTION tell_price_drop();
