package org.salon.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OperatorLoginTests {

	private static final String HERE = "203.0.113.1";

	private static final String ELSEWHERE = "203.0.113.2";

	private Instant now = Instant.parse("2026-06-01T08:00:00Z");

	private final InstantSource time = () -> this.now;

	private final OperatorLogin login = new OperatorLogin("right", new ClientAddresses(List.of()),
			this.time.withZone(ZoneOffset.UTC));

	@AfterEach
	void leaveNoRequest() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void letsTheOperatorInAsOftenAsHeLikes() {
		for (int i = 0; i < 20; i++) {
			assertThat(enter(HERE, "operator", "right").getAuthorities()).extracting(GrantedAuthority::getAuthority)
				.containsExactly("ROLE_OPERATOR");
		}
	}

	@Test
	void letsNobodyElseInWithTheRightPassword() {
		enter(HERE, "operator", "right");
		assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> enter(HERE, "root", "right"));
	}

	@Test
	void looksAtNoPasswordFromAnAddressAfterTenWrongOnesInAMinute() {
		enter(HERE, "operator", "right");
		fail(10);
		assertThatExceptionOfType(TooManyLogins.class).isThrownBy(() -> enter(HERE, "operator", "wrong"));
		assertThatExceptionOfType(TooManyLogins.class).isThrownBy(() -> enter(HERE, "operator", "right"))
			.satisfies((tooMany) -> assertThat(tooMany.seconds()).isBetween(1L, 61L));
		this.now = this.now.plusSeconds(60);
		assertThat(enter(HERE, "operator", "right").isAuthenticated()).isTrue();
	}

	@Test
	void letsTheOperatorInFromElsewhereMeanwhile() {
		fail(10);
		assertThat(enter(ELSEWHERE, "operator", "right").isAuthenticated()).isTrue();
	}

	@Test
	void forgivesNineWrongPasswords() {
		fail(9);
		assertThat(enter(HERE, "operator", "right").isAuthenticated()).isTrue();
	}

	@Test
	void looksAtTenOfManyWrongPasswordsThatComeAtOnce() {
		AtomicInteger looked = new AtomicInteger();
		AtomicInteger refused = new AtomicInteger();
		try (ExecutorService threads = Executors.newCachedThreadPool()) {
			for (int i = 0; i < 50; i++) {
				threads.submit(() -> {
					try {
						enter(HERE, "operator", "wrong");
					}
					catch (BadCredentialsException ex) {
						looked.incrementAndGet();
					}
					catch (TooManyLogins ex) {
						refused.incrementAndGet();
					}
				});
			}
		}
		assertThat(looked).hasValue(10);
		assertThat(refused).hasValue(40);
	}

	@Test
	void asksAProgramToWait() throws Exception {
		MockHttpServletResponse response = new MockHttpServletResponse();
		new PasswordPrompt().commence(new MockHttpServletRequest(), response, new TooManyLogins(Duration.ofMillis(1)));
		assertThat(response.getStatus()).isEqualTo(429);
		assertThat(response.getHeader("Retry-After")).isEqualTo("1");
		assertThat(response.getHeader("WWW-Authenticate")).isNull();
	}

	private void fail(int times) {
		for (int i = 0; i < times; i++) {
			assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> enter(HERE, "operator", "wrong"));
		}
	}

	private Authentication enter(String address, String user, String password) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr(address);
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
		return this.login.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(user, password));
	}

}
