-- Finding customers by the beginnings of words in their id, name and e-mail address. Like the words of messages: all
-- that is no letter or digit parts them, so "anna@exa" finds anna@example.com.
CREATE INDEX "customers_words" ON "customers" USING gin (
  merchant_id, to_tsvector('simple', tollgate_words(external_id || ' ' || coalesce(name, '') || ' ' || coalesce(email, ''))));
