package org.salon.access;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where requests come from, and for how long is kept what operators did.
 *
 * @param trustedProxies addresses or CIDR of the proxies whose {@code X-Forwarded-For} is
 * believed ({@code SALON_TRUSTED_PROXIES})
 * @param auditRetention a day at least ({@code SALON_AUDIT_RETENTION})
 */
@ConfigurationProperties("salon")
record AccessProperties(@DefaultValue List<String> trustedProxies, @DefaultValue("P365D") Duration auditRetention) {

	AccessProperties {
		if (auditRetention.compareTo(Duration.ofDays(1)) < 0) {
			throw new IllegalArgumentException("SALON_AUDIT_RETENTION must be a day at least (P1D)");
		}
	}

}
