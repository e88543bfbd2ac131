-- Whether anybody came, and when the first did, is asked whenever a plan is drawn or a mail written.
CREATE INDEX registration_seen ON registration (salon_number, attended_at) WHERE attended_at IS NOT NULL;
