package org.salon.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import org.salon.access.account.Account;
import org.salon.access.account.AccountPrincipal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OperatorLoginTests {

	private static final String HERE = "203.0.113.1";

	private static final String ELSEWHERE = "203.0.113.2";

	private static final String HERS = String
		.valueOf(PasswordEncoderFactories.createDelegatingPasswordEncoder().encode("hers"));

	private Instant now = Instant.parse("2026-06-01T08:00:00Z");

	private final InstantSource time = () -> this.now;

	private final List<String> failed = new ArrayList<>();

	private final OperatorLogin login = new OperatorLogin("right", new ClientAddresses(List.of()),
			this.time.withZone(ZoneOffset.UTC), OperatorLoginTests::account, this.failed::add);

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
	void letsAnAccountInWithItsRoleAndGeneration() {
		Authentication helper = enter(HERE, "Helper", "hers");
		assertThat(helper.getName()).isEqualTo("helper");
		assertThat(Role.of(helper)).contains(Role.DOOR);
		assertThat(((AccountPrincipal) helper.getPrincipal()).generation()).isEqualTo(3);
		assertThat(this.failed).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "helper, right", "gone, hers", "provider, right", "provider, ''", "nobody, right", "nobody, hers" })
	void letsNobodyInWithoutTheirOwnPassword(String name, String password) {
		assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> enter(HERE, name, password));
	}

	@Test
	void tellsOfFailuresByNamesThatThereAreOnly() {
		for (String name : List.of("operator", "helper", "a password typed by mistake")) {
			assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> enter(HERE, name, "wrong"));
		}
		assertThat(this.failed).containsExactly("operator", "helper", "");
	}

	@Test
	void limitsAccountsToo() {
		for (int i = 0; i < 10; i++) {
			assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> enter(HERE, "helper", "wrong"));
		}
		assertThatExceptionOfType(TooManyLogins.class).isThrownBy(() -> enter(HERE, "helper", "hers"));
		assertThatExceptionOfType(TooManyLogins.class).isThrownBy(() -> enter(HERE, "operator", "right"));
		assertThat(enter(ELSEWHERE, "helper", "hers").isAuthenticated()).isTrue();
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

	private static Optional<Account> account(String name) {
		return switch (name.toLowerCase(Locale.ROOT)) {
			case "helper" -> Optional.of(new Account(UUID.randomUUID(), "helper", Role.DOOR, 3, false, HERS));
			case "gone" -> Optional.of(new Account(UUID.randomUUID(), "gone", Role.DOOR, 3, true, HERS));
			case "provider" -> Optional.of(new Account(UUID.randomUUID(), "provider", Role.DOOR, 1, false, null));
			default -> Optional.empty();
		};
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
