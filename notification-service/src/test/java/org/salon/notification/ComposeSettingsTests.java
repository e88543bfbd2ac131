package org.salon.notification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** docker-compose.yml gives this service settings that it takes, though few are set. */
class ComposeSettingsTests {

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z0-9_]+(:-|-|:\\?)([^}]*)}");

	@Test
	void startsWithNothingSetButTheSecretsThatAreRequired() throws Exception {
		Map<String, Object> environment = environment();
		assertThat(environment).containsEntry("SALON_BOUNCE_IMAP_PASSWORD", "").containsEntry("SALON_DKIM_DOMAIN", "");
		new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("compose-systemEnvironment", environment)))
			.withUserConfiguration(SettingsOnly.class)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	/** As the containers' engine makes it of the file. */
	private static Map<String, Object> environment() throws Exception {
		Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions()))
			.load(Files.readString(Path.of("../docker-compose.yml")));
		Map<String, Object> environment = new LinkedHashMap<>();
		at(at(at(file, "services"), "notification-service"), "environment")
			.forEach((name, value) -> environment.put(name, substituted(String.valueOf(value))));
		return environment;
	}

	private static String substituted(String value) {
		return VARIABLE.matcher(value)
			.replaceAll((found) -> Matcher.quoteReplacement(found.group(1).equals(":?") ? "set" : found.group(2)));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> at(Map<String, Object> node, String name) {
		return (Map<String, Object>) node.get(name);
	}

	@Configuration(proxyBeanMethods = false)
	@ConfigurationPropertiesScan
	static class SettingsOnly {

	}

}
