package org.salon.access;

/** Is told of logins that failed. */
@FunctionalInterface
public interface LoginWatch {

	/**
	 * Somebody gave a wrong password.
	 * @param name that of the account; empty where there is none of the name that was
	 * typed, for people type their passwords there by mistake
	 */
	void failed(String name);

}
