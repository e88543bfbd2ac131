package org.salon.outbound;

/** There was no answer. */
public final class CallFailed extends Exception {

	private final Reason reason;

	CallFailed(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	public Stage stage() {
		return this.reason.stage;
	}

	/** Why there was none. */
	public enum Reason {

		/** The host has an address that is not of the public internet. */
		NOT_PUBLIC(Stage.FORBIDDEN),
		/** No such name is known. */
		NO_SUCH_HOST(Stage.UNREACHED),
		/** Nobody took the connection. */
		UNREACHABLE(Stage.UNREACHED),
		/** The server could not prove by TLS that it is the one. */
		TLS(Stage.UNREACHED),
		/** It took longer than we wait. */
		TIMEOUT(Stage.UNKNOWN),
		/** The connection broke, or what came was no HTTP. */
		BROKEN(Stage.UNKNOWN);

		private final Stage stage;

		Reason(Stage stage) {
			this.stage = stage;
		}

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
