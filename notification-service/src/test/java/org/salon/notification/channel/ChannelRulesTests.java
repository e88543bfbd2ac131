package org.salon.notification.channel;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "org.salon.notification", importOptions = ImportOption.DoNotIncludeTests.class)
class ChannelRulesTests {

	@ArchTest
	static final ArchRule PLAN = classes().that()
		.resideInAPackage("org.salon.notification.channel.plan..")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "org.jspecify..", "org.salon.notification.channel.plan..",
				"org.salon.notification.plan..", "org.salon.notification.salon..")
		.because("the plan is a pure function");

	@ArchTest
	static final ArchRule CLIENT = noClasses().that()
		.resideOutsideOfPackage("org.salon.notification.channel.http..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.apache.hc..", "java.net.http..", "org.springframework.web.client..")
		.because("only that client is safe to be given an address by a setting");

	@ArchTest
	static final ArchRule PEOPLE = noClasses().that()
		.resideInAPackage("org.salon.notification.channel..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.salon.notification.member..", "org.salon.notification.registration..")
		.because("what is posted to everybody has nothing of a person");

	@ArchTest
	static final ArchRule PARTS = slices().matching("org.salon.notification.channel.(*)..")
		.should()
		.beFreeOfCycles()
		.because("parts that need each other are one part");

}
