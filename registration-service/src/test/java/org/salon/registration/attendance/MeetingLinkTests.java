package org.salon.registration.attendance;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MeetingLinkTests {

	@Test
	void passesOverPictures() {
		assertThat(MeetingLink.first(List.of("https://example.org/code.PNG", "https://example.org/a.jpeg?x=1",
				"https://meeting.example.org/j/42?pwd=a.png#top", "https://second.example.org/")))
			.contains(URI.create("https://meeting.example.org/j/42?pwd=a.png#top"));
		assertThat(MeetingLink.first(List.of("https://example.org/code.webp"))).isEmpty();
		assertThat(MeetingLink.first(List.of())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "file:///etc/passwd", "//evil.example.org", "/operator",
			"https://user@example.org/", "http://127.0.0.1/", "http://0x7f.1/", "https://example.org/a b",
			"https://example.org/\r\nSet-Cookie: a=b", "" })
	void leadsNowhereThatIsRefusedInLinks(String link) {
		assertThat(MeetingLink.first(List.of(link))).isEmpty();
	}

}
