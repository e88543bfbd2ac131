-- This service's own copy of what it needs to know, and the ledger of what is due to whom.

CREATE TABLE salon (
	number  integer PRIMARY KEY,
	version bigint NOT NULL,
	state   jsonb  NOT NULL
);

CREATE TABLE member (
	id              uuid PRIMARY KEY,
	name            text    NOT NULL,
	email           text    NOT NULL,
	locale          text    NOT NULL,
	announcements   boolean NOT NULL,
	reminders       boolean NOT NULL,
	replays         boolean NOT NULL,
	link_generation integer NOT NULL,
	-- Rises with each change seen here: a mail composed before it is composed anew.
	revision        bigint  NOT NULL DEFAULT 1
);

CREATE TABLE registration (
	id                    uuid PRIMARY KEY,
	-- No foreign key to the salon: a registration may arrive before it.
	member_id             uuid        NOT NULL REFERENCES member (id),
	salon_number          integer     NOT NULL,
	version               bigint      NOT NULL,
	standing              text        NOT NULL CHECK (standing IN ('PENDING', 'REGISTERED', 'WAITLISTED', 'CANCELLED')),
	standing_since        timestamptz NOT NULL,
	standing_version      bigint      NOT NULL,
	held                  boolean     NOT NULL,
	place_in_line         integer,
	promoted_revision     integer,
	confirmation_revision integer     NOT NULL,
	calendar_revision     integer     NOT NULL,
	link_generation       integer     NOT NULL
);

CREATE INDEX registration_of_salon ON registration (salon_number);
CREATE INDEX registration_of_member ON registration (member_id);

CREATE TABLE delivery (
	id              uuid PRIMARY KEY,
	channel         text        NOT NULL,
	member_id       uuid        NOT NULL,
	registration_id uuid        NOT NULL,
	salon_number    integer     NOT NULL,
	kind            text        NOT NULL,
	occurrence      text        NOT NULL,
	priority        smallint    NOT NULL,
	state           text        NOT NULL CHECK (state IN ('PLANNED', 'LEASED', 'SENDING', 'SENT', 'RETRY', 'FAILED',
	                                                      'UNKNOWN', 'CANCELLED', 'EXPIRED', 'SUPERSEDED', 'SUPPRESSED')),
	reason          text,
	-- What the plan closed the plan may open again; what the sender closed it may not.
	closed_by       text CHECK (closed_by IN ('PLAN', 'SENDER')),
	due_at          timestamptz NOT NULL,
	attempt_at      timestamptz NOT NULL,
	not_after       timestamptz NOT NULL,
	address         text,
	caused_by       uuid        NOT NULL,
	caused_at       timestamptz NOT NULL,
	attempts        integer     NOT NULL DEFAULT 0,
	-- Once true, the server may have the message: it repeats as the identical one or not at all.
	unknown         boolean     NOT NULL DEFAULT false,
	fence           bigint      NOT NULL DEFAULT 0,
	lease_owner     uuid,
	lease_until     timestamptz,
	told            jsonb,
	sending_at      timestamptz,
	sent_at         timestamptz,
	event_version   bigint      NOT NULL DEFAULT 0,
	CONSTRAINT one_row_per_message UNIQUE (channel, member_id, salon_number, kind, occurrence)
);

CREATE INDEX delivery_to_claim ON delivery (priority, attempt_at) WHERE state IN ('PLANNED', 'RETRY', 'UNKNOWN');
CREATE INDEX delivery_next ON delivery (attempt_at) WHERE state IN ('PLANNED', 'RETRY', 'UNKNOWN');
CREATE INDEX delivery_to_expire ON delivery (not_after) WHERE state IN ('PLANNED', 'RETRY', 'UNKNOWN');
CREATE INDEX delivery_leased ON delivery (lease_until) WHERE state IN ('LEASED', 'SENDING');
CREATE INDEX delivery_of_registration ON delivery (registration_id);
CREATE INDEX delivery_of_salon ON delivery (salon_number, due_at);

-- The message exactly as it was handed over, kept only until the outcome is known.
CREATE TABLE delivery_message (
	delivery_id uuid PRIMARY KEY REFERENCES delivery (id),
	mime        bytea NOT NULL
);

-- Addresses that the recipient's own server says do not exist.
CREATE TABLE suppression (
	address      text PRIMARY KEY,
	reason       text        NOT NULL,
	suppressed_at timestamptz NOT NULL
);
