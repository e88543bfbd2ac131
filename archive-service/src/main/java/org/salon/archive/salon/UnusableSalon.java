package org.salon.archive.salon;

/** A salon that the archive cannot hold, whenever it is tried. */
public class UnusableSalon extends RuntimeException {

	public UnusableSalon(String message) {
		super(message);
	}

}
