package org.salon.archive.page;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.salon.archive.salon.WebAddress;

import static org.assertj.core.api.Assertions.assertThat;

class PlayerTests {

	@ParameterizedTest
	@CsvSource({
			"https://www.bilibili.com/video/BV1uv411q7Mv, https://player.bilibili.com/player.html?autoplay=0&bvid=BV1uv411q7Mv",
			"https://www.bilibili.com/video/BV1uv411q7Mv/?spm_id_from=333.999&p=3, https://player.bilibili.com/player.html?autoplay=0&bvid=BV1uv411q7Mv&p=3",
			"http://bilibili.com/video/av170001, https://player.bilibili.com/player.html?autoplay=0&aid=170001",
			"https://m.bilibili.com/video/av170001?p=2#reply, https://player.bilibili.com/player.html?autoplay=0&aid=170001&p=2",
			"https://player.bilibili.com/player.html?aid=170001&page=1, https://player.bilibili.com/player.html?autoplay=0&aid=170001",
			"https://player.bilibili.com/player.html?x=1&bvid=BV1uv411q7Mv, https://player.bilibili.com/player.html?autoplay=0&bvid=BV1uv411q7Mv",
			"HTTPS://WWW.YouTube.com/watch?v=dQw4w9WgXcQ, https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
			"https://www.youtube.com/watch?list=PL1&v=dQw4w9WgXcQ&t=90s, https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=90",
			"https://youtu.be/dQw4w9WgXcQ?t=42, https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=42",
			"https://www.youtube.com/live/dQw4w9WgXcQ, https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
			"https://www.youtube.com/embed/dQw4w9WgXcQ, https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
			"https://v.qq.com/x/page/k0015trfczz.html, https://v.qq.com/txp/iframe/player.html?autoplay=false&vid=k0015trfczz",
			"https://v.qq.com/x/cover/mzc00200mp62vo9/k0015trfczz.html?a=1, https://v.qq.com/txp/iframe/player.html?autoplay=false&vid=k0015trfczz",
			"https://m.v.qq.com/x/m/play?cid=&vid=k0015trfczz, https://v.qq.com/txp/iframe/player.html?autoplay=false&vid=k0015trfczz",
			"https://vimeo.com/76979871, https://player.vimeo.com/video/76979871?dnt=1",
			"https://vimeo.com/76979871/8272103f6e, https://player.vimeo.com/video/76979871?dnt=1&h=8272103f6e" })
	void framesTheVideoOfEachFormOfAddress(String address, String src) {
		assertThat(player(address)).get().extracting(Player::src).isEqualTo(src);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://bilibili.com.evil.example/video/BV1uv411q7Mv",
			"https://evilbilibili.com/video/BV1uv411q7Mv", "https://bilibili.com@evil.example/video/BV1uv411q7Mv",
			"https://evil.example/bilibili.com/video/BV1uv411q7Mv",
			"https://evil.example/?https://www.youtube.com/watch?v=dQw4w9WgXcQ",
			"https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ", "https://youtube.com\\@evil.example/",
			"https://www.youtube.com/watch?v=dQw4w9WgXcQ%22onload=1", "https://www.youtube.com/watch?v=\"><script>x",
			"https://www.bilibili.com/video/BV1uv411q7Mv/../../x", "https://v.qq.com/x/page/k0015trfczz.html.evil",
			"javascript:https://youtu.be/dQw4w9WgXcQ", "https://vimeo.com/76979871/<script>" })
	void framesNothingForged(String address) {
		assertThat(player(address)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://b23.tv/NMI0pu", "https://v.douyu.com/show/6Aw87OpDLojMYGkg",
			"https://momodel.cn/live/5d286bfa1afd942ac31fbe40", "https://www.bilibili.com/read/cv1",
			"https://space.bilibili.com/1", "https://live.bilibili.com/1", "https://www.youtube.com/@club",
			"https://www.youtube.com/playlist?list=PL1", "https://v.qq.com/x/search/?q=salon" })
	void framesNoAddressThatIsNoVideo(String address) {
		assertThat(player(address)).isEmpty();
	}

	@Test
	void namesTheOriginForThePolicy() {
		assertThat(player("https://youtu.be/dQw4w9WgXcQ")).get()
			.extracting(Player::origin)
			.isEqualTo("https://www.youtube-nocookie.com");
	}

	private static Optional<Player> player(String address) {
		return WebAddress.of(address).flatMap(Player::of);
	}

}
