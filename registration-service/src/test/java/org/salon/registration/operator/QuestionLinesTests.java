package org.salon.registration.operator;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.salon.events.salon.Question;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionLinesTests {

	@Test
	void readsKindOptionsAndRequiredInAnyOrderAndLanguage() {
		ArrayNode read = read("""
				Your wish?

				How do you come? | choice | train; car | required
				您怎么来？｜必填｜火车；开车
				您吃什么？ | 多选 | 鱼；米饭
				I agree | consent | required | #photo
				""");
		assertThat(read.findValuesAsString("kind")).containsExactly("TEXT", "CHOICE", "CHOICE", "CHOICES", "CONSENT");
		assertThat(read.path(1).path("options").values()).extracting(JsonNode::stringValue)
			.containsExactly("train", "car");
		assertThat(read.path(2).path("options").values()).extracting(JsonNode::stringValue).containsExactly("火车", "开车");
		assertThat(read.path(2).path("required").asBoolean(false)).isTrue();
		assertThat(read.path(4).path("id").asString("")).isEqualTo("photo");
		assertThat(read.path(0).propertyNames()).containsExactly("text", "kind");
	}

	@Test
	void showsWhatItReads() {
		String text = QuestionLines
			.text(List.of(new Question("q1", "How?", Question.Kind.CHOICES, List.of("a", "b"), true),
					new Question("q2", "Wish?", Question.Kind.TEXT, List.of(), false)));
		assertThat(text).isEqualTo("How? | choices | a; b | required | #q1\nWish? | text | #q2");
		JsonNode first = read(text).path(0);
		assertThat(first.path("text").asString("")).isEqualTo("How?");
		assertThat(first.path("id").asString("")).isEqualTo("q1");
		assertThat(first.path("options")).hasSize(2);
	}

	@Test
	void keepsLineWithoutTextForWhoChecksIt() {
		assertThat(read("|\n| choice").findValuesAsString("text")).containsExactly("", "");
	}

	private static ArrayNode read(String text) {
		ArrayNode questions = JsonNodeFactory.instance.arrayNode();
		QuestionLines.addTo(questions, text);
		return questions;
	}

}
