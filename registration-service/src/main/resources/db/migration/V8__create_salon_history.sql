-- What became of each salon that others know of: one row for each version after the first.
create table salon_history (
	number integer not null check (number between 1 and 999999),
	version bigint not null,
	at timestamptz not null,
	kind text not null,
	-- [{"field", "before", "after"}], the values as the salon's details hold them.
	changes jsonb not null,
	reason text,
	made_by text not null check (made_by in ('OPERATOR', 'IMPORT')),
	primary key (number, version)
);

-- Numbers that a salon had and gave up, and are free: events under them go on from their last version.
create table former_number (
	number integer primary key check (number between 1 and 999999),
	version bigint not null,
	-- The number that the salon has now, however often it was renumbered since.
	salon_number integer not null check (salon_number between 1 and 999999)
);
