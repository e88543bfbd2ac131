package org.salon.registration.operator;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.salon.registration.operator.Timeline.State;
import org.salon.registration.operator.Timeline.Step;

import static org.assertj.core.api.Assertions.assertThat;

class PlannedStepsTests {

	private static final Instant DUE = Instant.parse("2026-06-05T11:30:00Z");

	@Test
	void saysWhichMailsGoToHowMany() {
		assertThat(steps("""
				{"forecast": [{"kind": "REMINDER", "reminder": "PT24H", "toSend": 3, "dueAt": "2026-06-05T11:30:00Z"},
				 {"kind": "REPLAY", "reminder": null, "toSend": 0, "dueAt": null},
				 {"kind": "CONFIRMATION", "reminder": null, "toSend": 0, "dueAt": "2026-06-05T11:30:00Z"}]}"""))
			.containsExactly(new Step("mails", DUE, State.OPEN, "REMINDER 24h", 3));
	}

	@Test
	void saysOnceWhatIsPostedToSeveralChatsAtTheSameTime() {
		assertThat(steps("""
				{"forecast": [], "posts": [
				 {"channel": "dingtalk", "kind": "ANNOUNCEMENT", "reminder": null, "dueAt": "2026-06-05T11:30:00Z"},
				 {"channel": "dingtalk", "kind": "REMINDER", "reminder": "PT48H", "dueAt": "2026-06-05T11:30:00Z"},
				 {"channel": "wecom", "kind": "REMINDER", "reminder": "PT48H", "dueAt": "2026-06-05T11:30:00Z"},
				 {"channel": "wecom", "kind": "REMINDER", "reminder": "PT1H30M", "dueAt": "2026-06-05T11:30:00Z"}]}"""))
			.containsExactly(new Step("posts", DUE, State.OPEN, "ANNOUNCEMENT", 0),
					new Step("posts", DUE, State.OPEN, "REMINDER 48h", 0),
					new Step("posts", DUE, State.OPEN, "REMINDER 90m", 0));
	}

	@Test
	void knowsNoPostsWhereNoneAreSpokenOf() {
		assertThat(steps("{\"forecast\": []}")).isEmpty();
	}

	private static List<Step> steps(String plan) {
		return PlannedSteps.of(JsonMapper.shared().readTree(plan));
	}

}
