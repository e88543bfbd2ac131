-- What is in hand is a few thousand rows at most, and has an index of its own already:
-- this one cost two entries for each mail.
DROP INDEX delivery_leased;
