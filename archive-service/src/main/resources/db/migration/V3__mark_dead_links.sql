-- What registration-service found out about the links of each salon, in each generation.
-- Not part of the salon: it has versions of its own, and may come before it.
create table link_marks (
	generation bigint not null,
	number integer not null check (number between 1 and 999999),
	version bigint not null,
	-- [{url, reason, since}]; empty once all is well again.
	dead jsonb not null,
	primary key (generation, number)
);
