-- A delivery is claimed, started and settled: three versions of its row within a second. The first two are written
-- where the row is, and into no index (a heap-only tuple), as long as no index looks at what they change: the indexes of
-- what is still to be sent look at this column and no longer at the state.
DROP INDEX delivery_to_claim, delivery_to_expire, delivery_in_hand, delivery_announcing;

-- What was told of a salon is the same for all who were told it then.
CREATE TABLE told (
	id      uuid PRIMARY KEY,
	content jsonb NOT NULL
);

ALTER TABLE delivery ADD COLUMN told_id uuid;

INSERT INTO told (id, content)
SELECT DISTINCT CAST(md5(CAST(told AS text)) AS uuid), told FROM delivery WHERE told IS NOT NULL;

UPDATE delivery SET told_id = CAST(md5(CAST(told AS text)) AS uuid) WHERE told IS NOT NULL;

ALTER TABLE delivery DROP COLUMN told;

ALTER TABLE delivery ADD COLUMN open boolean NOT NULL
	GENERATED ALWAYS AS (state IN ('PLANNED', 'LEASED', 'SENDING', 'RETRY', 'UNKNOWN')) STORED;

-- Each serves those only who ask by its first column, as the second half of its condition has it: what is open is next to
-- nothing by the last count at times, and the planner would as soon read all of another of them.
CREATE INDEX delivery_to_claim ON delivery (lane, priority, attempt_at) WHERE open AND lane IS NOT NULL;
CREATE INDEX delivery_to_expire ON delivery (not_after) WHERE open AND not_after IS NOT NULL;
CREATE INDEX delivery_open ON delivery (member_id) WHERE open AND member_id IS NOT NULL;
CREATE INDEX delivery_announcing ON delivery (salon_number) WHERE kind = 'ANNOUNCEMENT' AND open;

-- The message is as long as the rest of the row, and would drive the new version off its page.
CREATE TABLE delivery_message (
	delivery_id uuid PRIMARY KEY,
	-- The form that it shares with others; without one it is whole.
	form_id     uuid,
	content     bytea NOT NULL
);

-- It lies here for a fraction of a second: what is gone is cleared away at a fixed number, however many there are.
ALTER TABLE delivery_message ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE delivery_message SET (autovacuum_vacuum_threshold = 20000, autovacuum_vacuum_scale_factor = 0,
	autovacuum_vacuum_insert_threshold = -1, autovacuum_analyze_threshold = 20000, autovacuum_analyze_scale_factor = 0);

INSERT INTO delivery_message (delivery_id, form_id, content)
SELECT id, form_id, message FROM delivery WHERE open AND message IS NOT NULL;

ALTER TABLE delivery DROP COLUMN form_id, DROP COLUMN message;

-- Room on the page for the versions to come; once they are sent, the rows fill it. Versions that were updated in place
-- are cleared away with their page, and vacuum, which reads all indexes, has less to do.
ALTER TABLE delivery SET (fillfactor = 40, autovacuum_vacuum_scale_factor = 0.1, autovacuum_analyze_scale_factor = 0.05);
