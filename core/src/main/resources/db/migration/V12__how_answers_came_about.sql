-- More of how an answer came about. What was answered before has nothing in the new columns.

ALTER TABLE recommendations
    ADD COLUMN grace            text,
    ADD COLUMN model            text,
    ADD COLUMN prompt_version   text,
    ADD COLUMN candidates       jsonb,
    ADD COLUMN stages           jsonb,
    ADD COLUMN replaced_reasons integer;

COMMENT ON COLUMN recommendations.grace IS 'the step of the chain of grace: claude_and_vectors and so on';
COMMENT ON COLUMN recommendations.candidates IS 'the best of what passed the filter, with the scores of each';
COMMENT ON COLUMN recommendations.stages IS 'milliseconds by stage';
COMMENT ON COLUMN recommendations.replaced_reasons IS 'reasons that claimed what the record does not hold';

CREATE VIEW recommendation_costs AS
SELECT recommendation_id,
       count(*)                AS calls,
       sum(input_tokens)       AS input_tokens,
       sum(output_tokens)      AS output_tokens,
       sum(cache_write_tokens) AS cache_write_tokens,
       sum(cache_read_tokens)  AS cache_read_tokens,
       sum(cost_usd)           AS cost_usd,
       sum(milliseconds)       AS milliseconds
FROM claude_calls
GROUP BY recommendation_id;

CREATE VIEW prompt_versions AS
SELECT r.prompt_version,
       r.model,
       count(*)                                     AS answers,
       count(*) FILTER (WHERE r.rating = 'up')      AS up,
       count(*) FILTER (WHERE r.rating = 'down')    AS down,
       sum(r.replaced_reasons)                      AS replaced_reasons,
       round(avg(r.milliseconds))                   AS mean_milliseconds,
       sum(c.cost_usd)                              AS cost_usd
FROM recommendations r
         LEFT JOIN recommendation_costs c ON c.recommendation_id = r.id
WHERE r.prompt_version IS NOT NULL
GROUP BY r.prompt_version, r.model;

COMMENT ON VIEW prompt_versions IS 'how the versions of the prompts do beside each other';
