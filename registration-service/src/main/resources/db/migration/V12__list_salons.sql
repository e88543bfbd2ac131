-- Lists and searches show these alone; the whole state would be unpacked for them.
alter table salon
	add column title text not null generated always as (coalesce(details ->> 'title', '')) stored,
	add column zone text not null generated always as (coalesce(details ->> 'zone', 'UTC')) stored;

-- Who holds a place and who waits is counted from the index alone.
create index registration_counted on registration (salon_number, status) include (line);
drop index registration_seats;

-- How many are told of an announcement is counted from the index alone.
create index member_announced on member (id) where announcements and erased_at is null;
