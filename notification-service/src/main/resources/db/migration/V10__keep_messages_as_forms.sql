-- A message that is under way is kept as what is its own, in its row, and a form that it
-- shares with all that say the same. Without a form it is whole.
CREATE TABLE mail_form (
	id        uuid PRIMARY KEY,
	content   bytea       NOT NULL,
	stored_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

ALTER TABLE delivery ADD COLUMN form_id uuid, ADD COLUMN message bytea;

UPDATE delivery d SET message = m.mime FROM delivery_message m WHERE m.delivery_id = d.id;

DROP TABLE delivery_message;

CREATE INDEX mail_form_by_age ON mail_form (stored_at);
