package org.salon.archive.web;

import org.salon.access.page.MessageFilesSuite;

/** The words of the archive's pages. */
class MessagesTests extends MessageFilesSuite {

	MessagesTests() {
		super("messages", "templates");
	}

}
