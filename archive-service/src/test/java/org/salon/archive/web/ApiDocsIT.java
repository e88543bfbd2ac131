package org.salon.archive.web;

import java.util.Set;

import org.salon.apidocs.ApiDocsSuite;
import org.salon.archive.Browser;
import org.salon.archive.RunningArchive;

/** This service's API document holds to what every such document holds to. */
@RunningArchive
class ApiDocsIT extends ApiDocsSuite {

	@Override
	protected Set<String> promisedCalls() {
		return Set.of("GET /api/archive", "GET /api/archive/{number}", "GET /archive.md", "GET /archive.json",
				"GET /archive.csv", "GET /archive.bib", "GET /archive.csl.json", "GET /feed.atom",
				"GET /archive/coming.atom", "GET /archive/calendar.ics", "GET /sitemap.xml",
				"GET /api/archive/site.zip", "POST /api/archive/rebuild", "GET /api/dead-letters",
				"POST /api/dead-letters/{id}/redrive");
	}

	@Override
	protected String operatorPassword() {
		return Browser.PASSWORD;
	}

}
