package org.salon.archive.search;

import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.salon.archive.projection.Salons;
import org.salon.archive.projection.Served;

/**
 * This instance's index of the generation that is served. It is filled when the service
 * starts, which is not ready before, and brought up to the revision that is served before
 * each answer. A generation that is new is indexed aside, and the old one goes on
 * answering as it was at the switch until that is done.
 */
@Component
class ServedIndex implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(ServedIndex.class);

	private final Salons salons;

	private final TaskExecutor executor;

	private final SearchMetrics metrics;

	private final AtomicBoolean renewing = new AtomicBoolean();

	private volatile Filled filled;

	ServedIndex(Salons salons, @Qualifier("applicationTaskExecutor") TaskExecutor executor, SearchMetrics metrics) {
		this.salons = salons;
		this.executor = executor;
		this.metrics = metrics;
		this.filled = fill();
	}

	private Filled fill() {
		return this.metrics.filled(() -> {
			SalonIndex index = new SalonIndex();
			try {
				Served served = this.salons.readAll(index::put);
				index.publish();
				return new Filled(index, served);
			}
			catch (RuntimeException ex) {
				// Its files would stay as long as the process: it is tried again each
				// second.
				index.close();
				throw ex;
			}
		});
	}

	/** All that is served, to be closed after use. */
	IndexSnapshot upToDate() {
		catchUp();
		while (true) {
			IndexSnapshot snapshot = this.filled.index().acquire();
			if (snapshot != null) {
				return snapshot;
			}
		}
	}

	private void catchUp() {
		Served served = this.salons.served();
		Served known = this.filled.served();
		if (served.generation() != known.generation()) {
			renew();
		}
		else if (served.revision() > known.revision()) {
			readNewer(served);
		}
	}

	private synchronized void readNewer(Served wanted) {
		Filled present = this.filled;
		if (present.served().generation() != wanted.generation() || present.served().revision() >= wanted.revision()) {
			return;
		}
		Served read = this.salons.readNewer(present.served(), present.index()::put);
		present.index().publish();
		this.filled = new Filled(present.index(), read);
	}

	private void renew() {
		if (this.renewing.compareAndSet(false, true)) {
			this.executor.execute(() -> {
				try {
					replace(fill());
				}
				catch (RuntimeException ex) {
					logger.warn("Cannot index the generation that is served; the one before goes on answering", ex);
				}
				finally {
					this.renewing.set(false);
				}
			});
		}
	}

	private synchronized void replace(Filled fresh) {
		SalonIndex old = this.filled.index();
		this.filled = fresh;
		old.close();
		logger.info("Answering from generation {}", fresh.served().generation());
	}

	/**
	 * So that the first to ask after a quiet night is not answered from before a switch.
	 */
	@Scheduled(fixedDelay = 1000)
	void watch() {
		try {
			catchUp();
		}
		catch (DataAccessException ex) {
			logger.debug("The database is away; whoever asks meanwhile is told so", ex);
		}
	}

	@Override
	public synchronized void destroy() {
		this.filled.index().close();
	}

	private record Filled(SalonIndex index, Served served) {
	}

}
