package com.saqsommelier.core;

import com.saqsommelier.core.database.Database;

/** A database that answers as PostgreSQL does on a full disk. */
public final class FullDisk {

    private FullDisk() {}

    /** Refuses every new product from now on with {@code 53100}, "no space left". */
    public static void under(Database database) {
        database.jdbc()
                .sql("CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN RAISE EXCEPTION USING ERRCODE = '53100', MESSAGE = 'no space left'; END $$")
                .update();
        database.jdbc()
                .sql("CREATE TRIGGER full_disk BEFORE INSERT ON products EXECUTE FUNCTION disk_is_full()")
                .update();
    }
}
