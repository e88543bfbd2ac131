package org.salon.registration.salon;

/** What a salon is at. */
public enum SalonStage {

	/** Being written; nobody but the operator sees it. */
	DRAFT,
	/** Open for registration until its end. */
	ANNOUNCED,
	/** Its end has passed. Never stored: the clock says so. */
	HELD,
	/** A past salon known from an import only. */
	ARCHIVED,
	/** Called off. */
	CANCELLED

}
