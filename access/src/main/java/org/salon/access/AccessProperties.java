package org.salon.access;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where requests come from.
 *
 * @param trustedProxies addresses or CIDR of the proxies whose {@code X-Forwarded-For} is
 * believed ({@code SALON_TRUSTED_PROXIES})
 */
@ConfigurationProperties("salon")
record AccessProperties(@DefaultValue List<String> trustedProxies) {
}
