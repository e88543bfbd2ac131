package org.salon.localstack.mail;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The mails as JSON, for scripts and tests. */
final class InboxApi {

	private final JsonMapper json = JsonMapper.shared();

	private final MailStore store;

	InboxApi(MailStore store) {
		this.store = store;
	}

	Reply clear() {
		this.store.clear();
		return new Reply(204, Map.of(), new byte[0]);
	}

	Optional<Reply> get(String[] path, Query query) throws IOException, MessagingException {
		if (path.length < 2 || !path[1].equals("messages")) {
			return Optional.empty();
		}
		if (path.length == 2) {
			return Optional.of(list(query));
		}
		Optional<MailFile> file = this.store.find(path[2]);
		if (path.length == 4 && path[3].equals("source") && file.isPresent()) {
			return Optional.of(new Reply(200, Map.of("Content-Type", "message/rfc822"), file.get().source()));
		}
		return (path.length == 3 && file.isPresent()) ? Optional.of(mail(file.get())) : Optional.empty();
	}

	/** All that match, newest first, unless a size is given. */
	private Reply list(Query query) {
		String to = query.text("to");
		List<MailSummary> all = this.store.newestFirst().filter((mail) -> to.isEmpty() || mail.isTo(to)).toList();
		int size = query.number("size", Integer.MAX_VALUE, Integer.MAX_VALUE);
		long skipped = (long) query.number("page", 0, Integer.MAX_VALUE) * size;
		return reply(all.stream().skip(skipped).limit(size).toList()).with("X-Total-Count",
				Integer.toString(all.size()));
	}

	private Reply mail(MailFile file) throws IOException, MessagingException {
		MailSummary summary = file.summary();
		MailContent content = MailContent.of(file.message());
		List<AttachmentView> attachments = IntStream.range(0, content.attachments().size())
			.mapToObj((index) -> AttachmentView.of(summary.id(), index, content.attachments().get(index)))
			.toList();
		return reply(new MailView(summary.id(), summary.to(), summary.from(), summary.subject(),
				summary.receivedAt().toString(), summary.messageId(), content.text().orElse(null),
				content.html().orElse(null), content.calendar().orElse(null), attachments));
	}

	private Reply reply(Object value) {
		return Reply.of("application/json", this.json.writeValueAsString(value));
	}

	record MailView(String id, String to, String from, String subject, String receivedAt, String messageId,
			@Nullable String text, @Nullable String html, @Nullable String calendar, List<AttachmentView> attachments) {

	}

	record AttachmentView(String name, String contentType, int size, String url) {

		static AttachmentView of(String id, int index, MailContent.Attachment attachment) {
			return new AttachmentView(attachment.name(), attachment.contentType(), attachment.data().length,
					"/messages/" + id + "/attachments/" + index);
		}

	}

}
