-- A message lies here from its first byte on the wire until the server's answer, a fraction of a second: to compress it
-- costs more than to write it.
ALTER TABLE delivery_message ALTER COLUMN mime SET STORAGE EXTERNAL;
