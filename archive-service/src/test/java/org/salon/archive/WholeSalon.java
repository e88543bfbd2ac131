package org.salon.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.salon.archive.salon.Link;
import org.salon.archive.salon.LinkKind;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Speaker;
import org.salon.archive.salon.Status;
import org.salon.archive.salon.TopicGroup;

/** A salon of which everything is known. */
public final class WholeSalon {

	public static final Instant START = Instant.parse("2020-06-07T11:00:00Z");

	public static final Instant END = Instant.parse("2020-06-07T13:00:00Z");

	private WholeSalon() {
	}

	public static Salon of(int number) {
		return of(number, "Non-IID 数据集", Status.HELD);
	}

	/** One in which the text stands wherever people can write. */
	public static Salon of(int number, String text, Status status) {
		return new Salon(number, text, LocalDate.of(2020, 6, 7), status, "社团 " + text, START, END,
				ZoneId.of("Asia/Shanghai"),
				List.of(new Speaker("王小明", "浙江大学 " + text), new Speaker("Jane van Doe", null)),
				List.of("paper " + text, text), List.of("point " + text), "**Introduction** " + text,
				List.of(new TopicGroup("论文分享", List.of("LEAF", text)), new TopicGroup(null, List.of(text)),
						new TopicGroup(text, List.of("NICO"))),
				List.of(new Link(text, "https://www.bilibili.com/video/BV1xx411c7mD?a=1&b=\"2\"", LinkKind.REPLAY),
						new Link("", "https://arxiv.org/abs/1812.01097", LinkKind.PAPER),
						new Link("bad", "javascript:alert(1)", LinkKind.OTHER)),
				List.of(text), "读书会 " + text);
	}

	/** A past one of which an imported table said no more than that. */
	public static Salon imported(int number) {
		return new Salon(number, "房价预测", LocalDate.of(2018, 12, 12), Status.ARCHIVED, null, null, null,
				ZoneId.of("Asia/Shanghai"), List.of(), List.of(), List.of(), null,
				List.of(new TopicGroup("项目实战", List.of("房价预测"))), List.of(), List.of(), null);
	}

}
