package org.salon.notification.channel.plan;

/** Why something is posted. */
public enum PostKind {

	/** There is a new salon. */
	ANNOUNCEMENT(true),
	/** The salon has another time. */
	RESCHEDULED(true),
	/** Something else about the salon has changed. */
	CHANGED(true),
	/** The salon is called off. */
	CANCELLED(true),
	/** The salon is near. */
	REMINDER(true),
	/** The replay can be had. */
	REPLAY(false),
	/** An operator tries the channel; it is about no salon, and never planned. */
	TEST(false);

	private final boolean tells;

	PostKind(boolean tells) {
		this.tells = tells;
	}

	/** Whether readers are to be told if what it says of the salon changes. */
	public boolean tells() {
		return this.tells;
	}

}
