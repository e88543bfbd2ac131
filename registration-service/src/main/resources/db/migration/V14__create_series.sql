-- The rhythm in which a series takes place, by which its next drafts are made.
create table series (
	name text primary key,
	anchor date not null,
	starts_at time not null,
	minutes integer not null check (minutes between 1 and 1440),
	zone text not null,
	weeks integer not null check (weeks between 1 and 12),
	ahead integer not null check (ahead between 0 and 8),
	model integer not null
);

-- How many days before its start a draft is announced by itself; no row: by hand.
create table planned_announcement (
	salon_number integer primary key references salon (number) on delete cascade,
	days_before integer not null check (days_before between 0 and 90)
);

alter table salon add column series text generated always as (details ->> 'series') stored;

create index salon_of_series on salon (series, starts_at) where series is not null;
