package org.salon.notification.channel.http;

/** There was no answer. */
public final class CallFailed extends Exception {

	private final Stage stage;

	CallFailed(Stage stage, String message) {
		super(message);
		this.stage = stage;
	}

	public Stage stage() {
		return this.stage;
	}

	/** How far the request came. */
	public enum Stage {

		/** Nothing was sent, nor will be: the address is one we do not talk to. */
		FORBIDDEN,
		/** Nothing was sent: the server cannot be reached. */
		UNREACHED,
		/** The server may have got it. */
		UNKNOWN

	}

}
