-- What an organiser wrote to those of a salon. Its mails are in the ledger, under its id as their occurrence.
CREATE TABLE salon_message (
	-- Of the form: pressed twice, it is sent once.
	id           uuid PRIMARY KEY,
	salon_number integer     NOT NULL,
	-- To whom, by name.
	audience     text[]      NOT NULL,
	written_at   timestamptz NOT NULL,
	written_by   text        NOT NULL,
	-- When the first mail may go: until then it can be taken back for all.
	due_at       timestamptz NOT NULL,
	recipients   integer     NOT NULL,
	undone_at    timestamptz,
	undone_by    text
);

CREATE INDEX salon_message_latest ON salon_message (written_at, id);

-- Subject and body, for those who read a language, or for all others.
CREATE TABLE salon_message_words (
	message_id uuid NOT NULL REFERENCES salon_message (id),
	-- '*': who reads none of the other languages.
	language   text NOT NULL,
	subject    text NOT NULL,
	body       text NOT NULL,
	PRIMARY KEY (message_id, language)
);

-- A row, while no mail is to go.
CREATE TABLE sending_pause (
	single    boolean PRIMARY KEY DEFAULT true CHECK (single),
	paused_at timestamptz NOT NULL,
	paused_by text        NOT NULL
);
