package org.salon.registration.salon;

/** How many hold a place, and how many wait for one. */
public record Attendance(int registered, int waitlisted) {

	public static final Attendance NOBODY = new Attendance(0, 0);

}
