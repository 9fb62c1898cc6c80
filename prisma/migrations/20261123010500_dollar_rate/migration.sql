-- What a US dollar is worth in the merchant's currency, by which list prices are held against the value of a credit.
ALTER TABLE "merchants"
  ADD COLUMN "dollar_rate" DECIMAL(18,9),
  ADD CONSTRAINT "merchants_dollar_rate_positive" CHECK (dollar_rate > 0);
