package org.salon.localstack.mail;

import java.util.function.BiConsumer;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;

/**
 * An SMTP server that takes every mail for every recipient and hands it on before it
 * answers: a sender that hears 250 knows that the mail is kept, and one whose mail could
 * not be kept hears 451.
 */
final class SmtpInlet {

	private final GreenMail server;

	SmtpInlet(int port, BiConsumer<String, MimeMessage> keeper) {
		ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
		setup.setServerStartupTimeout(10_000);
		this.server = new GreenMail(setup)
			.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
		this.server.getUserManager()
			.setMessageDeliveryHandler((mail, address) -> new Mailbox(address.getEmail(), keeper));
	}

	void start() {
		this.server.start();
	}

	void stop() {
		this.server.stop();
	}

	/** Any address has one; what is delivered to it goes to the keeper alone. */
	private record Mailbox(String address, BiConsumer<String, MimeMessage> keeper) implements GreenMailUser {

		@Override
		public void deliver(MovingMessage mail) {
			deliver(mail.getMessage());
		}

		@Override
		public void deliver(MimeMessage mail) {
			this.keeper.accept(this.address, mail);
		}

		@Override
		public String getEmail() {
			return this.address;
		}

		@Override
		public String getLogin() {
			return this.address;
		}

		@Override
		public String getQualifiedMailboxName() {
			return this.address;
		}

		@Override
		public String getPassword() {
			return "";
		}

		@Override
		public void setPassword(String password) {
			throw new UnsupportedOperationException("Nobody logs in here");
		}

		@Override
		public void authenticate(String password) {
			throw new UnsupportedOperationException("Nobody logs in here");
		}

		@Override
		public void create() {
			// There is nothing to make: mails are kept by the keeper.
		}

		@Override
		public void delete() {
			// There is nothing to remove.
		}

	}

}
