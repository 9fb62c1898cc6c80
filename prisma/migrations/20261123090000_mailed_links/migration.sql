-- The address a link was mailed to: whoever uses the link has shown that the address is theirs.
ALTER TABLE portal_links ADD COLUMN email text;
