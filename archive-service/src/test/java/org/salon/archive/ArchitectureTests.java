package org.salon.archive;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.salon.messaging.suite.ServiceRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "org.salon.archive", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule features = slices().matching("org.salon.archive.(*)..")
		.should()
		.beFreeOfCycles()
		.because("a feature that can be read alone can be changed alone");

	@ArchTest
	static final ArchRule services = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.salon.registration..", "org.salon.notification..")
		.because("each service must live while the others are down, and be deployed without them");

	@ArchTest
	static final ArchRule broker = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
		.because("a second copy of the handling of records would lose some of them");

	@ArchTest
	static final ArchRule domain = classes().that()
		.resideInAPackage("org.salon.archive.salon")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java.lang..", "java.util..", "java.time..", "java.text..", "org.jspecify..",
				"org.salon.archive.salon")
		.because("what a salon is must not change with web, broker or database");

	@ArchTest
	static final ArchRule language = noClasses().that()
		.resideOutsideOfPackage("org.salon.archive.projection")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.salon.events..", "org.salon.messaging..")
		.because("the published language is mapped to the archive's own in one place");

	@ArchTest
	static final ArchRule threads = ServiceRules.PLATFORM_THREADS;

}
