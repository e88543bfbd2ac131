package org.salon.notification.returnpath;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Each mail has an address of its own that it comes back to. */
class ReturnPathsTests {

	private static final UUID DELIVERY = UUID.fromString("0198f2c4-0000-7000-8000-000000000002");

	private static final String LONGEST = "a".repeat(24) + "@bounce.example.org";

	private final ReturnPaths paths = Paths.of("bounces@Example.org");

	@ParameterizedTest
	@MethodSource("ids")
	void knowsTheMailByItsAddress(UUID delivery) {
		String address = this.paths.of(delivery);
		assertThat(address).matches("bounces\\+[0-9a-v]{39}@example\\.org");
		assertThat(this.paths.delivery(address)).contains(delivery);
		assertThat(this.paths.delivery("Mail <" + address.toUpperCase(Locale.ROOT) + ">, x@y")).contains(delivery);
	}

	static Stream<UUID> ids() {
		return Stream.concat(Stream.of(new UUID(0, 0), new UUID(0, 1), new UUID(-1, -1), DELIVERY),
				Stream.generate(UUID::randomUUID).limit(200));
	}

	@Test
	void takesNoAddressThatSomebodyElseMade() {
		String address = this.paths.of(DELIVERY);
		String other = Paths.of("bounces@example.org", "a".repeat(43) + "=").of(DELIVERY);
		assertThat(this.paths.delivery(other)).isEmpty();
		for (int i = "bounces+".length(); i < address.indexOf('@'); i++) {
			char changed = (address.charAt(i) == '0') ? '1' : '0';
			assertThat(this.paths.delivery(address.substring(0, i) + changed + address.substring(i + 1))).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "bounces@example.org", "bounces+@example.org",
			"bounces+0198f2c4-0000-7000-8000-000000000002@example.org",
			"bounces+vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv@example.org",
			"bounces+000000000000000000000000000000000000000@example.org" })
	void knowsNothingByAnyOtherAddress(String recipients) {
		assertThat(this.paths.delivery(recipients)).isEmpty();
	}

	@Test
	void findsTheGoodOneBehindBadOnes() {
		String bad = "bounces+" + "v".repeat(39) + "@example.org\n";
		assertThat(this.paths.delivery(bad.repeat(1000) + this.paths.of(DELIVERY))).contains(DELIVERY);
	}

	@Test
	void staysWithinWhatAnAddressMayHave() {
		String address = Paths.of(LONGEST).of(DELIVERY);
		assertThat(address.indexOf('@')).isEqualTo(64);
	}

	@Test
	void leavesTheSenderAsItIsWithoutTheSetting() {
		ReturnPaths none = Paths.none();
		assertThat(none.of(DELIVERY)).isNull();
		assertThat(none.common()).isNull();
		assertThat(none.domain()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "bounces", "@example.org", "bounces@", "Bounces <bounces@example.org>", "a+b@example.org",
			"a b@example.org", "bounces@exa mple.org", "bounces@example.org\r\nX: y", "退信@example.org",
			"aaaaaaaaaaaaaaaaaaaaaaaaa@example.org" })
	void refusesToStartWithAnAddressThatIsNone(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> Paths.of(address))
			.withMessageContaining("SALON_BOUNCE_ADDRESS");
	}

}
