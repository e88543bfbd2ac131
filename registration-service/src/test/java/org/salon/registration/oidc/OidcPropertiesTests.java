package org.salon.registration.oidc;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OidcPropertiesTests {

	@Test
	void isOffWithoutAnIssuer() {
		assertThat(new OidcProperties("", "", "").isOn()).isFalse();
		assertThat(new OidcProperties("", "", "").isWhole()).isTrue();
		assertThat(new OidcProperties("https://id.example.org", "salon", "secret").isOn()).isTrue();
	}

	@Test
	void isWholeOrNotAtAllAndTellsNoSecret() {
		assertThat(new OidcProperties("https://id.example.org", "salon", "").isWhole()).isFalse();
		assertThat(new OidcProperties("", "salon", "secret").isWhole()).isFalse();
		assertThat(new OidcProperties("https://id.example.org", "salon", "secret"))
			.hasToString("OidcProperties[issuer=https://id.example.org]");
	}

}
