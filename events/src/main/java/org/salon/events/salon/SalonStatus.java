package org.salon.events.salon;

/** What a salon is at. A draft never leaves its service. */
public enum SalonStatus {

	/** Open for registration. */
	ANNOUNCED,
	/** Its end has passed. */
	HELD,
	/** A past salon known from an import only. */
	ARCHIVED,
	/** Called off. */
	CANCELLED

}
