-- Numbers that past salons gave up, in each generation; never forgotten, also when another salon has the number.
create table renumberings (
	generation bigint not null,
	number integer not null,
	-- The last of the salon under that number.
	version bigint not null,
	to_number integer not null,
	-- The first of the salon under its new number: by it a number that several salons had is told apart.
	to_version bigint not null,
	primary key (generation, number, version)
);

-- What was mended of past salons, in each generation.
create table corrections (
	generation bigint not null,
	number integer not null,
	version bigint not null,
	at timestamptz not null,
	fields text[] not null,
	reason text,
	primary key (generation, number, version)
);
