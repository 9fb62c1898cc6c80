-- Wallets that are frozen or in debt have an index each already.
DROP INDEX "wallets_in_trouble";
