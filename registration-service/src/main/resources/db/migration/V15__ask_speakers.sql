-- What a speaker is asked before the links of a replay are published: one question for each salon.
create table replay_approval (
	-- Whoever knows it may answer.
	id uuid primary key,
	salon_number integer not null unique references salon (number) on delete cascade,
	-- As the details of a salon hold them.
	links jsonb not null,
	-- Those that the salon had when the question was put: it is no longer put once it has others.
	links_before jsonb not null,
	asked_at timestamptz not null,
	answer text check (answer in ('APPROVED', 'DECLINED')),
	comment text,
	answered_at timestamptz,
	check ((answer is null) = (answered_at is null))
);

alter table salon_history drop constraint salon_history_made_by_check,
	add check (made_by in ('OPERATOR', 'IMPORT', 'SCHEDULE', 'SPEAKER'));
