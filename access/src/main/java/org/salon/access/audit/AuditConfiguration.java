package org.salon.access.audit;

import java.time.Clock;
import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the audit log is made of. Each service adds {@link AuditFilter} to its chains. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

	@Bean
	AuditTrail auditTrail(JdbcTemplate jdbc, Clock clock) {
		return new AuditTrail(jdbc, clock);
	}

	@Bean
	AuditController auditController(AuditTrail trail) {
		return new AuditController(trail);
	}

	@Bean
	WebMvcConfigurer auditOfHandlers(AuditTrail trail) {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new AuditInterceptor(trail));
			}

		};
	}

	@Bean
	AuditUpkeep auditUpkeep(AuditTrail trail, @Value("${salon.audit-retention:P365D}") Duration retention) {
		return new AuditUpkeep(trail, retention);
	}

	/** Deletes what has been kept for long enough. */
	record AuditUpkeep(AuditTrail trail, Duration retention) {

		@Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
		void clean() {
			this.trail.deleteOlder(this.retention);
		}

	}

}
