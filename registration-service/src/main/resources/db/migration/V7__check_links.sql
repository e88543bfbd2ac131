-- One row for each address that a public salon has among its links.
create table link_address (
	id bigint generated always as identity primary key,
	url text not null,
	-- For the pace: without the port, as it is one machine's patience.
	host text not null,
	state text not null default 'UNKNOWN' check (state in ('UNKNOWN', 'ALIVE', 'SUSPECT', 'DEAD')),
	-- What the last check that said something found; null before the first.
	finding text,
	status integer,
	redirected_to text,
	failures integer not null default 0,
	first_failure_at timestamptz,
	checked_at timestamptz,
	-- While one instance checks it: when others may take it over.
	next_check_at timestamptz not null,
	-- Of the check under way: a late one finds another and writes nothing.
	lease uuid
);

-- By digest: an index takes no text of 2,000 characters.
create unique index link_address_url on link_address (md5(url));
create index link_address_due on link_address (next_check_at);

create table link_use (
	salon_number integer not null references salon (number) on delete cascade,
	address_id bigint not null references link_address (id) on delete cascade,
	primary key (salon_number, address_id)
);

create index link_use_address on link_use (address_id);

-- When each host may be asked next, by whichever instance.
create table link_host (
	host text primary key,
	next_at timestamptz not null,
	-- How often in a row it said that it is too much.
	refusals integer not null default 0
);

-- What was last published of a salon's dead links.
create table link_report (
	salon_number integer primary key,
	version bigint not null,
	dead jsonb not null
);
