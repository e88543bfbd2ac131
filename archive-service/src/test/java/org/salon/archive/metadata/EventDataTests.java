package org.salon.archive.metadata;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.salon.archive.WholeSalon;
import org.salon.archive.salon.Salon;

import static org.assertj.core.api.Assertions.assertThat;

class EventDataTests {

	private static final Instant PUBLISHED = Instant.parse("2020-06-08T01:00:00Z");

	@Test
	void saysWhatSearchEnginesAskFor() {
		JsonNode event = event(WholeSalon.of(44));
		assertThat(event.at("/@type").asString()).isEqualTo("Event");
		assertThat(event.at("/name").asString()).isEqualTo("Non-IID 数据集");
		assertThat(event.at("/startDate").asString()).isEqualTo("2020-06-07T19:00+08:00");
		assertThat(event.at("/endDate").asString()).isEqualTo("2020-06-07T21:00+08:00");
		assertThat(event.at("/eventStatus").asString()).isEqualTo("https://schema.org/EventScheduled");
		assertThat(event.at("/location/@type").asString()).isEqualTo("VirtualLocation");
		assertThat(event.at("/performer/0/affiliation/name").asString()).startsWith("浙江大学");
		assertThat(event.at("/organizer/name").asString()).startsWith("社团");
	}

	@Test
	void callsARecordingAVideoWhereItsFactsAreKnown() {
		JsonNode recordings = event(WholeSalon.of(44)).at("/recordedIn");
		assertThat(recordings.size()).isOne();
		assertThat(recordings.at("/0/@type").asString()).isEqualTo("VideoObject");
		assertThat(recordings.at("/0/uploadDate").asString()).isEqualTo(PUBLISHED.toString());
		assertThat(recordings.at("/0/embedUrl").asString())
			.isEqualTo("https://player.bilibili.com/player.html?bvid=BV1xx411c7mD");
		assertThat(recordings.at("/0/thumbnailUrl").isMissingNode()).isTrue();
	}

	@Test
	void claimsNoTimeThatIsNotKnown() {
		Salon imported = WholeSalon.imported(3);
		JsonNode event = event(imported);
		assertThat(event.at("/startDate").asString()).isEqualTo("2018-12-12");
		assertThat(event.has("endDate")).isFalse();
		assertThat(event.has("recordedIn")).isFalse();
	}

	@Test
	void knowsThePictureOfAVideoByItsAddressWhereThePlatformHasItSo() {
		assertThat(Video.of("https://www.youtube.com/watch?t=1&v=dQw4w9WgXcQ&x=y")).get()
			.isEqualTo(new Video("https://www.youtube.com/embed/dQw4w9WgXcQ",
					"https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg"));
		assertThat(Video.of("https://youtu.be/dQw4w9WgXcQ")).isPresent();
		assertThat(Video.of("https://youtube.com.example.org/watch?v=dQw4w9WgXcQ")).isEmpty();
		assertThat(Video.of("https://www.bilibili.com/video/BV1\"onload")).isEmpty();
	}

	private static JsonNode event(Salon salon) {
		EventData data = new EventData(salon, "https://archive.example.org/archive/44", "about", "zh-CN");
		return JsonMapper.shared().valueToTree(data.event(PUBLISHED));
	}

}
