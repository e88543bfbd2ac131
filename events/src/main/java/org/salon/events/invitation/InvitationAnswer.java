package org.salon.events.invitation;

/** What a person's calendar answered to the invitation in a mail. */
public enum InvitationAnswer {

	/** They come. */
	ACCEPTED,
	/** They do not come. */
	DECLINED,
	/** They do not know yet. */
	TENTATIVE

}
