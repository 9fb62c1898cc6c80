-- Finding logs by a rare module, bot, store, provider or model: for each stretch of 16 pages the index keeps a small
-- Bloom filter of the values in it, so that a read skips the others. It is some thousandth of the table's size, and
-- inserting a log costs it next to nothing: a stretch is summarized once it is full.
CREATE FUNCTION tollgate_value(merchant uuid, value text) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT hashtextextended(coalesce(value, ''), uuid_hash_extended(merchant, 0))
$$;

CREATE INDEX "logs_values" ON "logs" USING brin (
  last_at,
  tollgate_value(merchant_id, module) int8_bloom_ops(n_distinct_per_range = 16),
  tollgate_value(merchant_id, bot) int8_bloom_ops(n_distinct_per_range = 64),
  tollgate_value(merchant_id, store) int8_bloom_ops(n_distinct_per_range = 16),
  tollgate_value(merchant_id, provider) int8_bloom_ops(n_distinct_per_range = 16),
  tollgate_value(merchant_id, model) int8_bloom_ops(n_distinct_per_range = 32),
  tollgate_value(merchant_id, module || ' ' || coalesce(bot, '')) int8_bloom_ops(n_distinct_per_range = 64),
  tollgate_value(merchant_id, provider || ' ' || model) int8_bloom_ops(n_distinct_per_range = 32)
) WITH (pages_per_range = 16, autosummarize = on);
