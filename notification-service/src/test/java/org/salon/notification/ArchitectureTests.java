package org.salon.notification;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.salon.messaging.suite.ServiceRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "org.salon", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule FEATURES = slices().matching("org.salon.notification.(*)..")
		.should()
		.beFreeOfCycles()
		.because("a feature that needs another and is needed by it is one feature in two places");

	@ArchTest
	static final ArchRule SERVICES = noClasses().that()
		.resideInAPackage("org.salon.notification..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.salon.registration..", "org.salon.archive..", "org.salon.localstack..")
		.because("services share events and nothing else");

	@ArchTest
	static final ArchRule BROKER = noClasses().that()
		.resideInAPackage("org.salon.notification..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
		.because("order and delivery are kept in messaging, once");

	@ArchTest
	static final ArchRule PLAN = classes().that()
		.resideInAPackage("org.salon.notification.plan..")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "org.jspecify..", "org.salon.events..", "org.salon.notification.plan..",
				"org.salon.notification.salon..", "org.salon.notification.registration..",
				"org.salon.notification.member..")
		.because("the plan is a pure function: it knows neither SQL, nor mail, nor the broker, nor the web");

	@ArchTest
	static final ArchRule MAIL_SERVER = noClasses().that()
		.resideInAPackage("org.salon.notification..")
		.and()
		.resideOutsideOfPackage("org.salon.notification.smtp..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.eclipse.angus.mail.smtp..", "org.springframework.mail..")
		.because("how far a message came is known at the connection only");

	@ArchTest
	static final ArchRule THREADS = ServiceRules.PLATFORM_THREADS;

	@ArchTest
	static final ArchRule FOREIGN_ADDRESSES = ServiceRules.FOREIGN_ADDRESSES;

}
