-- What places wait for, who came, who wants to hear of new salons, and messages that are about no place.

ALTER TABLE salon ADD COLUMN announced_at timestamptz;

ALTER TABLE member
	ADD COLUMN zone              text,
	-- From when on announcements are wanted: nobody hears of what was announced before.
	ADD COLUMN subscribed_at     timestamptz,
	-- The last wish for announcements that its address has not confirmed yet.
	ADD COLUMN requested_revision integer,
	ADD COLUMN requested_at      timestamptz;

UPDATE member SET subscribed_at = 'epoch' WHERE announcements;

CREATE INDEX member_subscribed ON member (subscribed_at) WHERE announcements;

ALTER TABLE registration
	ADD COLUMN confirm_by     timestamptz,
	ADD COLUMN offered        boolean NOT NULL DEFAULT false,
	ADD COLUMN attended_at    timestamptz,
	ADD COLUMN feedback_given boolean NOT NULL DEFAULT false;

-- An announcement is about a salon and no place in it, the check of a subscription about neither.
ALTER TABLE delivery
	ALTER COLUMN registration_id DROP NOT NULL,
	ALTER COLUMN salon_number DROP NOT NULL;

ALTER TABLE delivery DROP CONSTRAINT one_row_per_message;
ALTER TABLE delivery ADD CONSTRAINT one_row_per_message
	UNIQUE NULLS NOT DISTINCT (channel, member_id, salon_number, kind, occurrence);

-- In hand are at most a few of one person: their salons need no index.
DROP INDEX delivery_in_hand;
CREATE INDEX delivery_in_hand ON delivery (member_id) WHERE state IN ('LEASED', 'SENDING', 'UNKNOWN');
CREATE INDEX delivery_announcing ON delivery (salon_number)
	WHERE kind = 'ANNOUNCEMENT' AND state IN ('PLANNED', 'LEASED', 'RETRY');
