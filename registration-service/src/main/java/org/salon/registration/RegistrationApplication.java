package org.salon.registration;

import java.time.Clock;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

import org.salon.events.link.LinkTokens;

/** The front office: public pages and form, import, console. */
@OpenAPIDefinition(info = @Info(title = "Salon: registration-service",
		description = "Coming salons and places at them, for everybody; writing and announcing salons, for the operator."))
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class RegistrationApplication {

	public static void main(String[] args) {
		SpringApplication.run(RegistrationApplication.class, args);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	LinkTokens linkTokens(SalonProperties properties) {
		return new LinkTokens(properties.linkKey());
	}

}
