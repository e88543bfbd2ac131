package org.salon.notification.operator;

import java.util.Set;

import org.salon.apidocs.ApiDocsSuite;
import org.salon.notification.NotificationTest;

/** This service's API document holds to what every such document holds to. */
@NotificationTest
class ApiDocsIT extends ApiDocsSuite {

	@Override
	protected Set<String> promisedCalls() {
		return Set.of("GET /api/deliveries", "POST /api/deliveries/{id}/retry", "GET /api/plans/{number}",
				"GET /api/queue", "GET /api/announcements/{salon}", "POST /api/announcements/{salon}/pause",
				"POST /api/announcements/{salon}/resume", "POST /api/announcements/{salon}/cancel",
				"GET /api/dead-letters", "POST /api/dead-letters/{id}/redrive", "GET /api/suppressions",
				"POST /api/suppressions", "DELETE /api/suppressions/{address}", "POST /api/bounces",
				"GET /api/sender-check", "GET /api/channels", "GET /api/channels/{name}/deliveries",
				"POST /api/channels/{name}/deliveries/{id}/retry", "POST /api/channels/{name}/dry-run",
				"POST /api/channels/{name}/test");
	}

	@Override
	protected String operatorPassword() {
		return "test-operator";
	}

}
