-- A pending place with a number in line is one for the line: it holds no seat. Its person gets a seat or a fresh
-- number in line on confirming.
alter table registration drop constraint registration_check;
alter table registration add constraint in_line_or_not check (
	case status when 'WAITLISTED' then line is not null when 'PENDING' then true else line is null end);

-- Read for every sign-up, so not out of the whole of the details.
alter table salon add column sign_up jsonb generated always as (details -> 'signUp') stored;
