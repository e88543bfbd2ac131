package org.salon.registration.member;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.salon.events.link.LinkPurpose;
import org.salon.events.link.LinkTokens;
import org.salon.events.member.Preferences;
import org.salon.registration.SalonProperties;
import org.salon.registration.Site;
import org.salon.registration.registration.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

class FormerPreferencesTests {

	private static final URI ANYWHERE = URI.create("http://localhost");

	private final FormerPreferences former = new FormerPreferences(
			new SalonProperties(new SalonProperties.Operator("secret"), Site.LINK_KEY, ANYWHERE, ANYWHERE, ANYWHERE,
					ANYWHERE, Locale.ENGLISH, true, null));

	private final Member member = new Member(UUID.randomUUID(), 3, "", "a@example.org", "en", Preferences.NONE, 0, null,
			1);

	@Test
	void givesBackEachChoice() {
		for (int bits = 0; bits < 8; bits++) {
			Preferences chosen = new Preferences((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0);
			assertThat(this.former.read(this.former.sign(this.member, chosen), this.member)).contains(chosen);
		}
	}

	@Test
	void refusesWhatIsOfAnotherMemberOrVersion() {
		String signed = this.former.sign(this.member, Preferences.OF_AN_ATTENDEE);
		assertThat(this.former.read(signed, this.member.risen())).isEmpty();
		Member other = new Member(UUID.randomUUID(), 3, "", "b@example.org", "en", Preferences.NONE, 0, null, 1);
		assertThat(this.former.read(signed, other)).isEmpty();
	}

	@Test
	void refusesWhatIsNotSignedForThis() {
		assertThat(this.former.read(null, this.member)).isEmpty();
		assertThat(this.former.read("", this.member)).isEmpty();
		assertThat(this.former.read("%%%", this.member)).isEmpty();
		String link = Tokens.sign(LinkPurpose.UNSUBSCRIBE, this.member.id(), 30);
		assertThat(this.former.read(link, this.member)).isEmpty();
		String signed = this.former.sign(this.member, Preferences.OF_AN_ATTENDEE);
		assertThat(this.former.read(signed.substring(0, signed.length() - 4), this.member)).isEmpty();
		assertThat(new LinkTokens(Site.LINK_KEY).read(signed, LinkPurpose.UNSUBSCRIBE, Instant.EPOCH)).isEmpty();
	}

}
