package org.salon.notification.channel;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.salon.events.salon.Speaker;
import org.salon.notification.channel.plan.PostKind;
import org.salon.notification.channel.wire.Post;
import org.salon.notification.mail.LinkProperties;
import org.salon.notification.mail.Links;
import org.salon.notification.mail.PlainText;
import org.salon.notification.mail.SalonTime;
import org.salon.notification.mail.Wording;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.SalonLink;

import org.springframework.stereotype.Component;

/**
 * Writes posts, in the club's language. They say what the public page says, and never how
 * to join: whoever wants to come signs up.
 */
@Component
class PostWriter {

	private static final int LONGEST_TITLE = 100;

	private static final int LONGEST_FACT = 200;

	private static final int MOST_LINKS = 20;

	private final Wording wording;

	private final Links links;

	private final Locale locale;

	private final Clock clock;

	PostWriter(Wording wording, Links links, LinkProperties properties, Clock clock) {
		this.wording = wording;
		this.links = links;
		this.locale = wording.language(properties.defaultLocale().toLanguageTag());
		this.clock = clock;
	}

	/**
	 * The post.
	 * @param now when it is made
	 */
	Post write(UUID id, PostKind kind, Instant dueAt, Salon salon, Instant now) {
		SalonTime time = new SalonTime(this.wording, this.locale);
		String key = kind.name().toLowerCase(Locale.ROOT);
		String number = Integer.toString(salon.number());
		String title = say(key + ".subject", number, safe(salon.title(), LONGEST_TITLE), time.soon(salon, now));
		List<String> lines = new ArrayList<>();
		lines.add(say("channel." + key + ".lead", number));
		if (kind != PostKind.REPLAY) {
			lines.add(fact("time", time.span(salon) + " " + time.zone(salon)));
		}
		add(lines, "theme", salon.title());
		add(lines, "host", salon.host());
		add(lines, "speakers", salon.speakers().stream().map(this::speaker).collect(Collectors.joining(", ")));
		add(lines, "papers", String.join("; ", salon.papers()));
		String page = (kind == PostKind.REPLAY) ? this.links.archive(salon) : this.links.salon(salon);
		return new Post(id, kind, dueAt, title, lines, links(kind, salon, page), URI.create(page), salon);
	}

	/** A post by which an operator sees that a channel works. */
	Post test() {
		return new Post(UUID.randomUUID(), PostKind.TEST, this.clock.instant(), say("channel.test.title"),
				List.of(say("channel.test.lead")), List.of(), null, null);
	}

	private List<Post.Link> links(PostKind kind, Salon salon, String page) {
		List<Post.Link> written = new ArrayList<>();
		switch (kind) {
			case REPLAY -> {
				written.add(new Post.Link(say("action.archive"), page));
				salon.links().stream().limit(MOST_LINKS).forEach((link) -> add(written, link));
			}
			case CANCELLED, TEST -> {
				// There is nothing to sign up for.
			}
			default -> written.add(new Post.Link(say("action.register"), page));
		}
		return written;
	}

	private void add(List<Post.Link> written, SalonLink link) {
		String label = safe(link.label(), LONGEST_TITLE);
		String kind = say("links." + link.kind().name().toLowerCase(Locale.ROOT));
		PlainText.link(link.url())
			.ifPresent((url) -> written
				.add(new Post.Link(label.isEmpty() ? kind : kind + say("text.colon") + label, url)));
	}

	private void add(List<String> lines, String name, @Nullable String text) {
		String safe = safe(text, LONGEST_FACT);
		if (!safe.isEmpty()) {
			lines.add(fact(name, safe));
		}
	}

	private String fact(String name, String text) {
		return "**" + say("fact." + name) + "**" + say("text.colon") + text;
	}

	private String speaker(Speaker speaker) {
		String affiliation = speaker.affiliation();
		return (affiliation == null || affiliation.isBlank()) ? speaker.name()
				: say("speaker", speaker.name(), affiliation);
	}

	/** Without what is markup in one of the chats, mentions of everybody included. */
	private static String safe(@Nullable String text, int length) {
		return PlainText.beginning(PlainText.line(text), length)
			.replace('<', '＜')
			.replace('>', '＞')
			.replace('[', '［')
			.replace(']', '］')
			.replace('*', '＊')
			.replace('`', '＇')
			.replace('~', '～')
			.replace('@', '＠');
	}

	private String say(String key, Object... arguments) {
		return this.wording.say(this.locale, key, arguments);
	}

}
