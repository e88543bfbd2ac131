-- By what somebody agreed to announcements that an operator brought in; gone with the person.
create table subscription_consent (
	member_id uuid primary key references member (id),
	given_on date not null,
	proof text not null,
	imported_at timestamptz not null
);

-- Addresses that are never subscribed by an import: an HMAC of each, and nothing that could be read.
create table refused_address (
	digest bytea primary key,
	reason text not null check (reason in ('UNSUBSCRIBED', 'ERASED', 'MERGED')),
	refused_at timestamptz not null
);

-- What was read of a file and waits for the operator's word, for a day at most.
create table subscriber_candidate (
	import_id uuid not null,
	line integer not null,
	email_key text not null,
	email text not null,
	name text not null,
	locale text not null,
	given_on date not null,
	proof text not null,
	staged_at timestamptz not null,
	primary key (import_id, email_key)
);

create index subscriber_candidate_of_address on subscriber_candidate (email_key);
create index subscriber_candidate_age on subscriber_candidate (staged_at);
