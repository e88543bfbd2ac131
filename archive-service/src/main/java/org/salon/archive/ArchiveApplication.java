package org.salon.archive;

import java.time.Clock;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the archive: the club's memory, readable by all. */
@OpenAPIDefinition(info = @Info(title = "Salon: archive-service",
		description = "The club's past and coming salons with their replays and material, for everybody to read."))
@SpringBootApplication
@ConfigurationPropertiesScan
public class ArchiveApplication {

	/** Starts the service. */
	public static void main(String[] args) {
		SpringApplication.run(ArchiveApplication.class, args);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
