-- Search finds words wherever they stand. PostgreSQL's parser takes "example.com/refund", "order-1234" and, in some
-- locales, "“refund”" for one token each; here all that is no letter or digit parts words: ASCII marks that bind
-- tokens, Latin and general punctuation, arrows and symbols, the full stops and brackets of other scripts, emoji.
CREATE FUNCTION tollgate_words(content text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(content, '[-./@<>&+_:%#=~|\u0080-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb-\u00bf\u00d7\u00f7\u060c\u061b\u061f\u0964\u0965\u1680\u2000-\u206f\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d\u30fb\ufe0e-\ufe1f\ufe30-\ufe6f\ufeff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufffd\U0001f000-\U0001faff]+', ' ', 'g')
$$;

DROP INDEX "log_messages_search";
CREATE INDEX "log_messages_search" ON "log_messages" USING gin (merchant_id, to_tsvector('simple', tollgate_words(left(content, 100000))));
