-- What a search looks through, in lower case; a line each, so that nothing is found across two of them.
alter table member add column search text
	generated always as (lower(coalesce(name, '') || E'\n' || coalesce(email_key, ''))) stored;
-- The address stands with the place, too: a salon's people are found without looking at all members.
alter table registration add column email_key text;
update registration set email_key = member.email_key from member where member.id = registration.member_id;
alter table registration add column search text generated always as
	(lower(name || E'\n' || coalesce(affiliation, '') || E'\n' || coalesce(email_key, ''))) stored;

-- Pages go on after the last row that was shown.
create index member_by_time on member (created_at desc, id desc) where erased_at is null;
create index registration_by_time on registration (salon_number, registered_at, id);

-- Mails of a salon that did not reach somebody: few of many.
create index delivery_trouble_of_salon on delivery_outcome (salon_number, member_id)
	where outcome in ('FAILED', 'BOUNCED', 'EXPIRED');

-- What operators note of somebody at a salon; gone with the person.
create table place_note (
	registration_id uuid primary key references registration (id) on delete cascade,
	version bigint not null check (version > 0),
	text text not null,
	written_at timestamptz not null
);
