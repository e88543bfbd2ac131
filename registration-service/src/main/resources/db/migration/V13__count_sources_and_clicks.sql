-- Where a sign-up came from, as the link said that was followed; no row where none said anything.
create table sign_up_source (
	registration_id uuid primary key references registration (id) on delete cascade,
	salon_number integer not null,
	source text not null
);

create index sign_up_source_of_salon on sign_up_source (salon_number, source);

-- The course of a salon's sign-ups is read from the index alone.
create index registration_over_time on registration (salon_number, registered_at) include (status, attended_at);

-- How often a link was followed on a day, and nothing of who did.
create table link_click (
	salon_number integer not null,
	url text not null,
	day date not null,
	clicks bigint not null,
	primary key (salon_number, url, day)
);
