-- What waits is claimed by lanes, so that what may not go now is not even looked at.
-- '': everybody's. '44': announcements of salon 44. '@example.org', '44@example.org': those that wait because their
-- domain had been sent as many as it takes in a minute.
ALTER TABLE delivery ADD COLUMN lane text COLLATE "C" NOT NULL DEFAULT '';

UPDATE delivery SET lane = CAST(salon_number AS text)
WHERE kind = 'ANNOUNCEMENT' AND state IN ('PLANNED', 'LEASED', 'SENDING', 'RETRY', 'UNKNOWN');

DROP INDEX delivery_to_claim;
DROP INDEX delivery_next;
CREATE INDEX delivery_to_claim ON delivery (lane, priority, attempt_at) WHERE state IN ('PLANNED', 'RETRY', 'UNKNOWN');

-- How far the announcement of a salon is. It is planned for one range of people after the other, each in a
-- transaction of its own.
CREATE TABLE announcement_run (
	salon_number integer PRIMARY KEY,
	state        text        NOT NULL CHECK (state IN ('GOING', 'PAUSED', 'CANCELLED')),
	-- Why it was cancelled, if it was.
	reason       text,
	announced_at timestamptz NOT NULL,
	caused_by    uuid        NOT NULL,
	caused_at    timestamptz NOT NULL,
	not_after    timestamptz NOT NULL,
	-- The last person it was planned for, in the order of ids; all are, once it is complete.
	planned_to   uuid,
	complete     boolean     NOT NULL DEFAULT false,
	-- Whether all rows have this deadline, and are closed if it was cancelled; none is claimed before.
	settled      boolean     NOT NULL DEFAULT true
);

CREATE INDEX announcement_run_at_work ON announcement_run (salon_number) WHERE NOT (complete AND settled);

INSERT INTO announcement_run (salon_number, state, announced_at, caused_by, caused_at, not_after, complete)
SELECT s.number, 'GOING', s.announced_at, COALESCE(d.caused_by, gen_random_uuid()), s.announced_at,
	CAST(s.state -> 'facts' ->> 'startsAt' AS timestamptz), true
FROM salon s LEFT JOIN LATERAL (
	SELECT d.caused_by FROM delivery d
	WHERE d.salon_number = s.number AND d.kind = 'ANNOUNCEMENT' ORDER BY d.due_at LIMIT 1
) d ON true
WHERE s.announced_at IS NOT NULL;
