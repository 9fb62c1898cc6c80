-- What customers bought elsewhere than in a connected shop: their page lists it beside the orders, and a charge never
-- writes to this index.
CREATE INDEX "ledger_loose_purchases" ON "ledger_entries" (merchant_id, customer_id, id)
  WHERE type IN ('purchase', 'refund', 'dispute', 'dispute_reversal') AND "references" -> 'connection' IS NULL;
