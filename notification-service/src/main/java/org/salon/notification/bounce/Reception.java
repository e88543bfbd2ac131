package org.salon.notification.bounce;

import org.salon.notification.ledger.Bounces.Effect;
import org.salon.notification.reply.ReplyDesk;

import org.springframework.stereotype.Component;

/** Gives each mail of the mailboxes to whoever it is for. */
@Component
class Reception implements Mailbox.Desk {

	private final ReplyDesk replies;

	private final BounceDesk bounces;

	Reception(ReplyDesk replies, BounceDesk bounces) {
		this.replies = replies;
		this.bounces = bounces;
	}

	@Override
	public boolean take(byte[] mail) {
		return switch (this.replies.take(mail)) {
			case RECORDED, REPEATED, OUTDATED -> true;
			case IGNORED, FOREIGN, UNREADABLE -> false;
			case NONE -> report(mail);
		};
	}

	private boolean report(byte[] mail) {
		try {
			return this.bounces.take(mail) != Effect.IGNORED;
		}
		catch (UnreadableReport ex) {
			return false;
		}
	}

}
