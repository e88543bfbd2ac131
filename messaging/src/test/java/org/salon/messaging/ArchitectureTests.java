package org.salon.messaging;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "org.salon.messaging", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule packagesHaveNoCycles = slices().matching("org.salon.messaging.(*)..")
		.should()
		.beFreeOfCycles()
		.because("a newcomer reads outbox, envelope, inbox and dead letters one by one");

	@ArchTest
	static final ArchRule knowsNoDomainType = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.salon.events.salon..", "org.salon.events.registration..", "org.salon.events.member..",
				"org.salon.events.delivery..", "org.salon.events.link..")
		.because("messaging carries events; what they mean is for the services");

	@ArchTest
	static final ArchRule onlyTheSenderTouchesTheKafkaTemplate = noClasses().that()
		.resideOutsideOfPackage("org.salon.messaging.outbox")
		.should()
		.dependOnClassesThat()
		.haveSimpleName("KafkaTemplate")
		.because("what is published without the outbox can tell of what never happened");

	@ArchTest
	static final ArchRule followsNoTypeHints = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.kafka.support.serializer..",
				"org.springframework.kafka.support.converter..", "org.springframework.kafka.retrytopic..")
		.because("headers of a record must not choose what is built, and retry topics lose the order");

}
