package org.salon.localstack.mail;

import jakarta.mail.internet.MimeMessage;

/** What a mail that is waited for must be like. Reading a mail may throw, so this may. */
@FunctionalInterface
public interface MailCondition {

	/** Whether this is the mail. */
	boolean matches(MimeMessage mail) throws Exception;

}
