package org.salon.registration.operator;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import org.salon.registration.operator.Timeline.State;
import org.salon.registration.operator.Timeline.Step;

/** What notification-service will do for a salon, as it says. */
final class PlannedSteps {

	private PlannedSteps() {
	}

	/**
	 * The mails and the posts to come.
	 * @param plan its answer; one of a release that says nothing of posts is complete too
	 */
	static List<Step> of(JsonNode plan) {
		Stream<Step> mails = plan.path("forecast")
			.valueStream()
			.filter((line) -> line.path("dueAt").isString() && line.path("toSend").asInt() > 0)
			.map((line) -> step("mails", line, line.path("toSend").asInt()));
		// What goes to several chats at the same time is one step.
		Stream<Step> posts = plan.path("posts").valueStream().map((post) -> step("posts", post, 0)).distinct();
		return Stream.concat(mails, posts).toList();
	}

	private static Step step(String what, JsonNode line, int people) {
		String reminder = line.path("reminder").asString("");
		return new Step(what, Instant.parse(line.path("dueAt").asString("")), State.OPEN,
				line.path("kind").asString("") + (reminder.isEmpty() ? "" : " " + duration(reminder)), people);
	}

	private static String duration(String iso) {
		try {
			return ReminderLine.text(List.of(Duration.parse(iso)));
		}
		catch (DateTimeException ex) {
			return iso;
		}
	}

}
