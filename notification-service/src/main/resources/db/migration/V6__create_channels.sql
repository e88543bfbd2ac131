-- Posts of the salon into the club's chats and to webhooks. No table here has anything of a person.

CREATE TABLE channel (
	name            text PRIMARY KEY,
	-- What was due before is the past: a channel that goes live does not post it.
	first_seen_at   timestamptz NOT NULL,
	-- Milliseconds since 1970 of the last attempts of all instances: the limits are the channel's.
	attempts        bigint[]    NOT NULL DEFAULT '{}',
	paused_until    timestamptz,
	last_success_at timestamptz,
	last_failure_at timestamptz,
	last_failure    text
);

-- How far each channel knows each salon.
CREATE TABLE channel_salon (
	channel      text    NOT NULL REFERENCES channel (name),
	salon_number integer NOT NULL,
	-- Of the salon, by which its posts were last planned; -1 to plan them again.
	version      bigint  NOT NULL,
	-- What the readers were told of it last.
	told         jsonb,
	PRIMARY KEY (channel, salon_number)
);

CREATE TABLE channel_delivery (
	id           uuid PRIMARY KEY,
	channel      text        NOT NULL REFERENCES channel (name),
	salon_number integer     NOT NULL,
	kind         text        NOT NULL,
	occurrence   text        NOT NULL,
	state        text        NOT NULL CHECK (state IN ('PLANNED', 'SENT', 'RETRY', 'FAILED', 'EXPIRED', 'CANCELLED')),
	due_at       timestamptz NOT NULL,
	attempt_at   timestamptz NOT NULL,
	not_after    timestamptz NOT NULL,
	attempts     integer     NOT NULL DEFAULT 0,
	-- How often nobody knows whether it was posted: robots post a repeated one again.
	unknowns     integer     NOT NULL DEFAULT 0,
	answer       text,
	fence        bigint      NOT NULL DEFAULT 0,
	lease_until  timestamptz,
	sent_at      timestamptz,
	CONSTRAINT one_row_per_post UNIQUE (channel, salon_number, kind, occurrence)
);

CREATE INDEX channel_delivery_to_post ON channel_delivery (channel, attempt_at) WHERE state IN ('PLANNED', 'RETRY');
CREATE INDEX channel_delivery_log ON channel_delivery (channel, due_at);
