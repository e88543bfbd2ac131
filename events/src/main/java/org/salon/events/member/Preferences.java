package org.salon.events.member;

/**
 * Which mails a person wants. Notices about a place held (changed, moved, cancelled) come
 * in any case while it is held.
 */
public record Preferences(boolean announcements, boolean reminders, boolean replays) {

	/** What someone who signed up for a salon asked for, and no more. */
	public static final Preferences OF_AN_ATTENDEE = new Preferences(false, true, true);

	/** Nothing but what concerns a place held. */
	public static final Preferences NONE = new Preferences(false, false, false);

}
