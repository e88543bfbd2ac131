-- The whole state stands in "details"; what queries and locks need stands beside it.
create table salon (
	number integer primary key check (number between 1 and 999999),
	version bigint not null check (version > 0),
	stage text not null check (stage in ('DRAFT', 'ANNOUNCED', 'CANCELLED', 'ARCHIVED')),
	date date not null,
	starts_at timestamptz,
	ends_at timestamptz check (ends_at > starts_at),
	capacity integer check (capacity > 0),
	calendar_revision integer not null,
	replay_published boolean not null,
	details jsonb not null,
	check (stage = 'ARCHIVED' or (starts_at is not null and ends_at is not null))
);

create index salon_coming on salon (ends_at) where stage = 'ANNOUNCED';

-- Apart from the salon, so that reading one never drags its picture along.
create table join_picture (
	salon_number integer primary key references salon (number) on delete cascade,
	media_type text not null,
	picture bytea not null
);

-- An erased member is a tombstone: its id and version, and nothing of the person.
create table member (
	id uuid primary key,
	version bigint not null check (version > 0),
	email_key text unique,
	email text,
	name text,
	locale text,
	announcements boolean not null,
	reminders boolean not null,
	replays boolean not null,
	link_generation integer not null,
	created_at timestamptz not null,
	erased_at timestamptz,
	check (erased_at is not null or (email_key is not null and email is not null and name is not null
		and locale is not null))
);

create sequence registration_line;

create table registration (
	id uuid primary key,
	salon_number integer not null references salon (number),
	member_id uuid not null references member (id),
	version bigint not null check (version > 0),
	status text not null check (status in ('PENDING', 'REGISTERED', 'WAITLISTED', 'CANCELLED')),
	name text not null,
	affiliation text,
	note text,
	line bigint,
	confirmation_revision integer not null,
	calendar_revision integer not null,
	link_generation integer not null,
	registered_at timestamptz not null,
	confirmed_at timestamptz not null,
	unique (salon_number, member_id),
	check ((status = 'WAITLISTED') = (line is not null))
);

create index registration_of_member on registration (member_id);
create index registration_seats on registration (salon_number, status);
create index registration_in_line on registration (salon_number, line) where status = 'WAITLISTED';

-- The digest covers personal data, so rows go after a day.
create table idempotency_key (
	salon_number integer not null,
	key text not null,
	digest bytea not null,
	response text,
	created_at timestamptz not null,
	primary key (salon_number, key)
);

create index idempotency_key_age on idempotency_key (created_at);

create table delivery_outcome (
	delivery_id uuid primary key,
	version bigint not null,
	member_id uuid not null,
	registration_id uuid,
	salon_number integer not null,
	kind text not null,
	channel text not null,
	occurrence text not null,
	outcome text not null,
	reason text,
	due_at timestamptz not null,
	occurred_at timestamptz not null
);

create index delivery_outcome_of_member on delivery_outcome (member_id, salon_number);
