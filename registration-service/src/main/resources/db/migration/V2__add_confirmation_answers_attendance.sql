-- Answers to the organiser's questions, by the question's id.
alter table registration add column answers jsonb not null default '{}';

-- Until when a pending place must be confirmed, or an offered seat accepted.
alter table registration add column confirm_by timestamptz;
alter table registration add constraint pending_has_an_end check ((status = 'PENDING') = (confirm_by is not null));
create index registration_to_lapse on registration (confirm_by) where status = 'PENDING';

alter table registration add column attended_at timestamptz;

alter table member add column zone text;
alter table member add column subscription_revision integer not null default 0;

-- What people said of a salon; gone with the person.
create table feedback (
	registration_id uuid primary key references registration (id) on delete cascade,
	salon_number integer not null references salon (number),
	stars smallint not null check (stars between 1 and 5),
	liked text,
	better text,
	given_at timestamptz not null
);

create index feedback_of_salon on feedback (salon_number, given_at);
