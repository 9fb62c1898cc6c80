-- What was booked for one purchase. Usage, which is nearly all of the ledger, is not in it.
CREATE INDEX "ledger_of_purchase" ON "ledger_entries" (merchant_id, ("references" ->> 'purchase'), id)
  WHERE type IN ('purchase', 'refund', 'dispute', 'dispute_reversal');
