-- What people's calendars answered last. Goes with the registration when its person is erased.
CREATE TABLE invitation_answer (
	registration_id uuid PRIMARY KEY REFERENCES registration (id) ON DELETE CASCADE,
	answer          text        NOT NULL CHECK (answer IN ('ACCEPTED', 'DECLINED', 'TENTATIVE')),
	-- Of the invitation that was answered.
	sequence        integer     NOT NULL,
	-- By the person's own calendar.
	answered_at     timestamptz NOT NULL,
	version         bigint      NOT NULL
);
