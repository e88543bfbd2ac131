package org.salon.registration.operator;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells all who look at the live page when there is something new to see
 * (<a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">server-sent
 * events</a>). The services are asked once for all who look, and not at all while nobody
 * does.
 */
@Component
class LiveStream {

	/** The event that says: look again. */
	static final String CHANGED = "changed";

	/** A browser comes back by itself, so no connection has to last. */
	private static final long LIFE = 600_000;

	/** Beyond that, others have to look by themselves. */
	private static final int MOST = 100;

	private final LiveNumbers numbers;

	private final Set<SseEmitter> watchers = ConcurrentHashMap.newKeySet();

	private @Nullable List<ServiceStatus> last;

	LiveStream(LiveNumbers numbers) {
		this.numbers = numbers;
	}

	/** A stream for one who looks; one that is at its end where too many do. */
	SseEmitter watch() {
		SseEmitter watcher = new SseEmitter(LIFE);
		if (this.watchers.size() >= MOST) {
			watcher.complete();
			return watcher;
		}
		watcher.onCompletion(() -> this.watchers.remove(watcher));
		watcher.onTimeout(watcher::complete);
		watcher.onError((failure) -> this.watchers.remove(watcher));
		this.watchers.add(watcher);
		send(watcher, SseEmitter.event().name(CHANGED).data(""));
		return watcher;
	}

	/** Looks, and says so if anything is other than before. */
	@Scheduled(fixedDelay = 2_000)
	void look() {
		if (this.watchers.isEmpty()) {
			this.last = null;
			return;
		}
		List<ServiceStatus> now = this.numbers.now();
		boolean changed = !now.equals(this.last);
		this.last = now;
		// A comment shows a browser, and us, that the other end is still there.
		this.watchers.forEach((watcher) -> send(watcher,
				changed ? SseEmitter.event().name(CHANGED).data("") : SseEmitter.event().comment("")));
	}

	/** Before the web server stops: it would wait for these streams to end. */
	@EventListener(ContextClosedEvent.class)
	void close() {
		this.watchers.forEach(SseEmitter::complete);
	}

	private void send(SseEmitter watcher, SseEmitter.SseEventBuilder event) {
		try {
			watcher.send(event);
		}
		catch (IOException | IllegalStateException ex) {
			this.watchers.remove(watcher);
		}
	}

}
