-- The ledger is looked through a page at a time, whatever is asked for and however long it is.

-- The trace of what caused it, where there is one. What it came to, once it did: a row that is claimed or started has
-- none, so that an index on it leaves those updates in place (V13). And whether it is to be tried again: most never are.
ALTER TABLE delivery ADD COLUMN traceparent text, ADD COLUMN outcome text GENERATED ALWAYS AS (CASE
	WHEN state IN ('SENT', 'FAILED', 'BOUNCED', 'EXPIRED', 'SUPPRESSED', 'CANCELLED', 'SUPERSEDED') THEN state END) STORED,
	ADD COLUMN again boolean GENERATED ALWAYS AS (state IN ('RETRY', 'UNKNOWN')) STORED;

-- There are few kinds: those of all, or of one salon, are merged from one range of each. Each has the id, so that pages
-- go on amid any number that were due at the same moment.
CREATE INDEX delivery_by_kind ON delivery (kind, due_at, id);
DROP INDEX delivery_of_salon;
CREATE INDEX delivery_of_salon ON delivery (salon_number, kind, due_at, id);

-- What was not sent is rare, and looked for. What was has no entry here.
CREATE INDEX delivery_by_outcome ON delivery (outcome, due_at, id) WHERE outcome <> 'SENT';
CREATE INDEX delivery_of_salon_by_outcome ON delivery (salon_number, outcome, due_at, id) WHERE outcome <> 'SENT';
CREATE INDEX delivery_again ON delivery (due_at, id) WHERE again;

-- What is still to come of a salon, and when.
CREATE INDEX delivery_of_salon_open ON delivery (salon_number, kind, due_at, id) WHERE open AND salon_number IS NOT NULL;

CREATE INDEX delivery_to_address ON delivery (lower(address) COLLATE "C") WHERE address IS NOT NULL;

-- Messages are kept after they were sent, for as long as the settings say, and forgotten by age.
ALTER TABLE delivery_message ADD COLUMN kept_at timestamptz NOT NULL DEFAULT clock_timestamp();
CREATE INDEX delivery_message_by_age ON delivery_message (kept_at);

-- How many mails came to what in each hour. Whoever settles mails adds rows and waits for nobody; they are added up soon
-- after.
CREATE TABLE delivery_tally (
	-- As hours of UTC begin.
	hour         timestamptz NOT NULL,
	salon_number integer,
	kind         text        NOT NULL,
	-- With a minus: a mail that had come to this is open again, or has come to something else.
	outcome      text        NOT NULL,
	-- Of a confirmation that was sent: within so many seconds from the sign-up.
	seconds      integer,
	mails        bigint      NOT NULL,
	CONSTRAINT one_row_per_tally UNIQUE NULLS NOT DISTINCT (salon_number, hour, kind, outcome, seconds)
);

CREATE INDEX delivery_tally_by_hour ON delivery_tally (hour);

CREATE TABLE delivery_tally_fresh (
	hour         timestamptz NOT NULL,
	salon_number integer,
	kind         text        NOT NULL,
	outcome      text        NOT NULL,
	seconds      integer,
	mails        bigint      NOT NULL
);

ALTER TABLE delivery_tally_fresh SET (autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_scale_factor = 0,
	autovacuum_vacuum_insert_threshold = -1);

INSERT INTO delivery_tally (hour, salon_number, kind, outcome, seconds, mails)
SELECT date_trunc('hour', COALESCE(d.sent_at, LEAST(d.due_at, clock_timestamp())), 'UTC'), d.salon_number, d.kind,
	d.outcome, CASE WHEN d.outcome = 'SENT' AND d.kind = 'CONFIRMATION' AND d.sent_at IS NOT NULL THEN (
		SELECT min(b.seconds) FROM unnest(ARRAY[1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 21600, 86400, 2147483647])
			AS b (seconds) WHERE b.seconds >= EXTRACT(EPOCH FROM d.sent_at - d.caused_at)) END, count(*)
FROM delivery d WHERE d.outcome IS NOT NULL
GROUP BY 1, 2, 3, 4, 5;
