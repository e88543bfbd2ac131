package org.salon.registration;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.salon.messaging.suite.ServiceRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packagesOf = RegistrationApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule featuresFormNoCycle = slices().matching("org.salon.registration.(*)..")
		.should()
		.beFreeOfCycles()
		.because("a feature that cannot be understood without another is none");

	@ArchTest
	static final ArchRule servicesDoNotKnowEachOther = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.salon.notification..", "org.salon.archive..", "org.salon.localstack..")
		.because("services share events and nothing else");

	@ArchTest
	static final ArchRule onlyMessagingSpeaksToBroker = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.kafka..", "org.apache.kafka..")
		.because("a second way to the broker would lose messages");

	@ArchTest
	static final ArchRule domainKnowsNoTechnique = noClasses().that()
		.haveSimpleName("Salon")
		.or()
		.haveSimpleName("SalonDetails")
		.or()
		.haveSimpleName("Gate")
		.or()
		.haveSimpleName("Registration")
		.or()
		.haveSimpleName("Applicant")
		.or()
		.haveSimpleName("Member")
		.or()
		.haveSimpleName("EmailAddress")
		.or()
		.haveSimpleName("PersonName")
		.or()
		.resideInAPackage("..input..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "jakarta.servlet..", "java.sql..", "org.apache.kafka..")
		.because("what a salon and a place are does not change with the framework");

	@ArchTest
	static final ArchRule controllersStayInside = classes().that()
		.haveSimpleNameEndingWith("Controller")
		.should()
		.bePackagePrivate()
		.because("nobody calls a controller but the web");

	@ArchTest
	static final ArchRule servicesUsePlatformThreads = ServiceRules.PLATFORM_THREADS;

	@ArchTest
	static final ArchRule foreignAddressesAreAskedByOutbound = ServiceRules.FOREIGN_ADDRESSES;

}
