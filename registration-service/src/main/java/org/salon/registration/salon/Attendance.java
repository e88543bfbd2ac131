package org.salon.registration.salon;

/**
 * How many hold a place, and how many wait for one.
 *
 * @param registered those included who have yet to confirm theirs
 */
public record Attendance(int registered, int waitlisted) {

	public static final Attendance NOBODY = new Attendance(0, 0);

}
