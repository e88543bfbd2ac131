-- The generation that is served. Its one row is the lock between the live handler
-- (shared) and the switch to a rebuilt generation (exclusive).
create table projection (
	only_row boolean primary key default true check (only_row),
	generation bigint not null
);

insert into projection (generation) values (1);

-- One row for each salon that the log tells of, in each generation.
create table salons (
	generation bigint not null,
	number integer not null check (number between 1 and 999999),
	version bigint not null,
	date date not null,
	status text not null,
	ends_at timestamptz,
	-- When there was first something to watch or read; what the feed is ordered by.
	replay_at timestamptz,
	updated_at timestamptz not null,
	tags text[] not null,
	searchable text not null,
	state jsonb not null,
	primary key (generation, number)
);

create index salons_newest_first on salons (generation, date desc, number desc);

create table rebuilds (
	generation bigint primary key,
	state text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
	started_at timestamptz not null,
	finished_at timestamptz,
	events bigint not null default 0,
	salons bigint,
	failure text
);
