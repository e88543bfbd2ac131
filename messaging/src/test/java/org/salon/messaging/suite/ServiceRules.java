package org.salon.messaging.suite;

import java.util.concurrent.Executors;

import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** What holds for the code of every service. */
public final class ServiceRules {

	/** See {@code docs/decisions/008-platform-threads.md}. */
	public static final ArchRule PLATFORM_THREADS = noClasses().should()
		.callMethod(Thread.class, "ofVirtual")
		.orShould()
		.callMethod(Thread.class, "startVirtualThread", Runnable.class)
		.orShould()
		.callMethod(Executors.class, "newVirtualThreadPerTaskExecutor")
		.because("virtual threads that load classes keep their carriers, and on two cores were seen to wait for ever "
				+ "for a third that had none");

	/** See {@code docs/decisions/029-links-stay-alive.md}. */
	public static final ArchRule FOREIGN_ADDRESSES = noClasses().that()
		.resideOutsideOfPackage("org.salon.outbound..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.apache.hc..")
		.because("only outbound asks addresses that others gave us: a second client would miss a check, "
				+ "and be a way into our network");

	private ServiceRules() {
	}

}
