package org.salon.notification.mail;

/** The links of a mail that are one person's own. */
interface OwnLinks {

	/** To the place and all that can be done about it. */
	String registration();

	/** By which the person comes to the salon, whatever the meeting's address is then. */
	String join();

	/** Where the owner of the address says that announcements are wanted. */
	String subscription();

	/** To which mails the person gets. */
	String preferences();

	/** To get no more of them. */
	String unsubscribe();

	/** Where the person says how it was; another page of the same link. */
	default String feedback() {
		return registration() + "/feedback";
	}

	/** Marks for the links of anyone. */
	static OwnLinks marks() {
		return Marked.LINKS;
	}

	/** Stands for the links of whoever a form is filled in for. */
	enum Marked implements OwnLinks {

		/** The same for all. */
		LINKS;

		@Override
		public String registration() {
			return Mark.REGISTRATION.text();
		}

		@Override
		public String join() {
			return Mark.JOIN.text();
		}

		@Override
		public String subscription() {
			return Mark.SUBSCRIPTION.text();
		}

		@Override
		public String preferences() {
			return Mark.PREFERENCES.text();
		}

		@Override
		public String unsubscribe() {
			return Mark.UNSUBSCRIBE.text();
		}

	}

}
