package org.salon.notification.channel.log;

/** Where a post stands. */
public enum PostState {

	/** It waits to be due. */
	PLANNED,
	/** The channel took it. */
	SENT,
	/** It was tried, and will be again. */
	RETRY,
	/** It was refused, or nobody knows too often whether it was posted. */
	FAILED,
	/** Its time passed. */
	EXPIRED,
	/** It would say what is no longer so. */
	CANCELLED

}
