-- Whether another message to the same place is in hand is asked for each that is claimed or sent.
CREATE INDEX delivery_in_hand ON delivery (registration_id) WHERE state IN ('LEASED', 'SENDING', 'UNKNOWN');

-- Rows change their state several times within a second; plans drawn by stale counts read the whole table.
ALTER TABLE delivery SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
