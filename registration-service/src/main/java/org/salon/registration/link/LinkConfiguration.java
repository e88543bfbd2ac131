package org.salon.registration.link;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.salon.outbound.SafeHttp;
import org.salon.registration.SalonProperties;

@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

	private static final DoubleSupplier CHANCE = () -> ThreadLocalRandom.current().nextDouble();

	/** Says where it comes from, for whoever wants to know what asks. */
	@Bean
	SafeHttp linkHttp(LinkProperties links, SalonProperties salon) {
		return new SafeHttp("Salon link check (+" + salon.baseUrl() + ")", links.hosts(), links.connectTimeout(),
				links.callTimeout());
	}

	@Bean
	Nap nap(Clock clock) {
		return (moment) -> {
			Duration wait = Duration.between(clock.instant(), moment);
			if (wait.isPositive()) {
				Thread.sleep(wait);
			}
		};
	}

	@Bean
	LinkProbe linkProbe(SafeHttp linkHttp, HostPace pace) {
		return new LinkProbe(linkHttp, pace, CHANCE);
	}

	@Bean
	LinkChecker linkChecker(Links links, LinkProbe probe, LinkReports reports, LinkProperties rules,
			LinkMetrics metrics, PlatformTransactionManager transactions, Clock clock) {
		return new LinkChecker(links, probe, reports, rules, metrics, new TransactionTemplate(transactions), CHANCE,
				clock);
	}

}
