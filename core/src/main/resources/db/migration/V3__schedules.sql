-- When which job is due; the columns are those that db-scheduler asks for
-- (https://github.com/kagkarlsson/db-scheduler, postgresql_tables.sql of version 16).
CREATE TABLE scheduled_tasks (
    task_name            text NOT NULL,
    task_instance        text NOT NULL,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    state                text,
    PRIMARY KEY (task_name, task_instance)
);

COMMENT ON COLUMN scheduled_tasks.execution_time IS 'when it is due; in the past while it runs or waits to be picked';
COMMENT ON COLUMN scheduled_tasks.picked_by IS 'host and process that runs it';
