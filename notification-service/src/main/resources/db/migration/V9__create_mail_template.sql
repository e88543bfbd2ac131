-- The operator's own words; where there are none, the built-in ones are said.
CREATE TABLE mail_template (
	occasion text        NOT NULL,
	language text        NOT NULL,
	subject  text        NOT NULL,
	body     text        NOT NULL,
	saved_at timestamptz NOT NULL,
	PRIMARY KEY (occasion, language)
);
