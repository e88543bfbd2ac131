-- What was chosen before someone unsubscribed, so that they can take it back by one click.
alter table member
	add column former_announcements boolean,
	add column former_reminders     boolean,
	add column former_replays       boolean;
