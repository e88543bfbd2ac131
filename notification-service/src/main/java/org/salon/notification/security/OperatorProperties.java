package org.salon.notification.security;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The operator, whose name is {@code operator}.
 *
 * @param password there is no default one; {@code SALON_OPERATOR_PASSWORD}
 */
@Validated
@ConfigurationProperties("salon.operator")
record OperatorProperties(
		@NotBlank(message = "must be set (SALON_OPERATOR_PASSWORD): there is no default password") String password) {
}
