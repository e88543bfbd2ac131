package org.salon.localstack.mail;

import java.nio.file.Path;

/** Main class of the mail catcher's own process. */
public final class InboxProcess {

	private InboxProcess() {
	}

	/** Takes the folder for mails, the SMTP port and the port of the page. */
	public static void main(String[] arguments) {
		MailCatcher catcher = new MailCatcher(Path.of(arguments[0]), Integer.parseInt(arguments[1]),
				Integer.parseInt(arguments[2]));
		Runtime.getRuntime().addShutdownHook(new Thread(catcher::close, "stop"));
		catcher.start();
	}

}
