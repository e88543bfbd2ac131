package org.salon.archive.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PageRewriterTests {

	@ParameterizedTest
	@CsvSource({ "/archive, index.html", "/archive/44, 44/index.html", "/archive?page=2, page-2/index.html",
			"/archive?page=0, index.html", "/archive.json, archive.json", "/archive/44.csl.json, 44.csl.json",
			"/archive/assets/salon-1a.css, assets/salon-1a.css", "/design/design-2b.css, design/design-2b.css",
			"/feed.atom, feed.atom", "/archive/tags/%E8%AE%BA%E6%96%87, tags/论文/index.html",
			"/archive/tags/node.js, tags/node-js-324373d8/index.html",
			"/archive/tags/x?page=1, tags/x/page-1/index.html" })
	void givesEachPageAFile(URI address, String file) {
		assertThat(SitePage.of(address)).get().extracting(SitePage::file).isEqualTo(file);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/api/archive", "/archive?lang=en", "/archive?tag=x&page=1", "/archivex", "/operator",
			"/design/", "/archive/assets", "/archive/webjars/" })
	void leavesOutWhatOnlyTheServiceAnswers(URI address) {
		assertThat(SitePage.of(address)).isEmpty();
	}

	@Test
	void leadsFromFileToFile() throws IOException {
		PageRewriter rewriter = new PageRewriter(SitePage.of(URI.create("/archive/tags/x?page=1")).orElseThrow());
		String page = rewriter.rewrite(html("""
				<link rel="stylesheet" href="/archive/assets/a.css"><a href="/archive">all</a>
				<a href="?page=2#top">next</a><a href="44">44</a><a href="/archive/speakers/王小明">w</a>
				<a href="https://archive.example.org/archive/44">permanent</a><a href="#here">here</a>
				<a href="mailto:a@example.org">mail</a><a href="//example.org/archive">other</a>"""));
		assertThat(page).contains("href=\"../../../assets/a.css\"", "href=\"../../../index.html\"",
				"href=\"../../../tags/x/page-2/index.html#top\"", "href=\"../../../tags/44/index.html\"",
				"href=\"../../../speakers/%E7%8E%8B%E5%B0%8F%E6%98%8E/index.html\"",
				"href=\"https://archive.example.org/archive/44\"", "href=\"#here\"", "href=\"mailto:a@example.org\"",
				"href=\"//example.org/archive\"");
		assertThat(rewriter.found()).extracting(SitePage::address)
			.containsExactly("/archive/assets/a.css", "/archive", "/archive/tags/x?page=2", "/archive/tags/44",
					"/archive/speakers/%E7%8E%8B%E5%B0%8F%E6%98%8E");
	}

	@Test
	void leavesOutWhatNeedsTheService() throws IOException {
		PageRewriter rewriter = new PageRewriter(SitePage.START);
		String page = rewriter.rewrite(html("""
				<nav data-live><a href="/archive?lang=en">English</a></nav><form action="/archive">find</form>
				<a href="/operator">sign in</a><a href="ht tp://[">broken</a>"""));
		assertThat(page).doesNotContain("English", "find", "href").contains("<a>sign in</a>", "<a>broken</a>");
		assertThat(rewriter.found()).isEmpty();
	}

	private static ByteArrayInputStream html(String body) {
		return new ByteArrayInputStream(("<!DOCTYPE html><html><body>" + body).getBytes(StandardCharsets.UTF_8));
	}

}
