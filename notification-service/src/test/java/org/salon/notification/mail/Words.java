package org.salon.notification.mail;

/** The words of mails, for tests of other packages. */
public final class Words {

	private Words() {
	}

	public static Wording of(LinkProperties properties) {
		return new Wording(properties);
	}

}
