-- What people's calendars answered last to the invitations in their mails.
create table invitation_answer (
	registration_id uuid primary key references registration (id) on delete cascade,
	answer text not null check (answer in ('ACCEPTED', 'DECLINED', 'TENTATIVE')),
	-- Of the invitation that was answered: the calendar revisions of salon and registration then, added.
	sequence integer not null,
	answered_at timestamptz not null,
	-- Whether the place is still to be given back because of it.
	gives_back boolean not null
);

create index invitation_answer_gives_back on invitation_answer (answered_at) where gives_back;
