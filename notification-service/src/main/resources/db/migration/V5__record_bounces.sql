-- Mails that came back after the mail server had accepted them.

ALTER TABLE delivery DROP CONSTRAINT delivery_state_check;
ALTER TABLE delivery ADD CONSTRAINT delivery_state_check
	CHECK (state IN ('PLANNED', 'LEASED', 'SENDING', 'SENT', 'RETRY', 'FAILED', 'UNKNOWN', 'CANCELLED', 'EXPIRED',
	                 'SUPERSEDED', 'SUPPRESSED', 'BOUNCED'));

-- When it came back, if not because there is no such address. It is gone with the address, and empty again once an
-- operator lets the address have mails again.
ALTER TABLE delivery ADD COLUMN soft_bounced_at timestamptz;

CREATE INDEX delivery_soft_bounced ON delivery (lower(address), soft_bounced_at) WHERE soft_bounced_at IS NOT NULL;
