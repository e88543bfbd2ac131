package org.salon.outbound;

import java.net.UnknownHostException;

/** The name leads to an address that is not of the public internet. */
final class AddressRefused extends UnknownHostException {

	AddressRefused() {
		super("the host has an address that is not public");
	}

}
