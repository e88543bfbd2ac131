package org.salon.archive.salon;

/** What a salon is at. */
public enum Status {

	ANNOUNCED, HELD, ARCHIVED, CANCELLED

}
