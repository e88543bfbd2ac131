package org.salon.benchmarks.backbone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import org.salon.benchmarks.backbone.SampleEvents.Shape;
import org.salon.benchmarks.report.Figure;
import org.salon.benchmarks.report.Ratio;
import org.salon.benchmarks.report.Section;
import org.salon.benchmarks.system.CpuTimes;
import org.salon.benchmarks.system.Ending;
import org.salon.messaging.outbox.Outbox;
import org.salon.messaging.outbox.VersionedEvent;

/**
 * Events committed with their transactions, relayed, received and committed in the inbox,
 * in turns with plain Kafka and with plain inserts of the same events.
 */
public final class BackboneBenchmark implements AutoCloseable {

	private static final int WRITERS = 4;

	private static final int PER_TRANSACTION = 50;

	private static final int MANY_KEYS = 200;

	private static final int HOT_KEYS = 8;

	private static final int PATIENCE_SECONDS = 120;

	private final Backbone backbone;

	private final int events;

	private final List<String> notes = new ArrayList<>();

	private int nextSalon = 1;

	/**
	 * Prepares the benchmark.
	 * @param folder for all its data; removed at the end
	 * @param events of each turn
	 * @param ending stops it on a signal
	 */
	public BackboneBenchmark(Path folder, int events, Ending ending) {
		this.backbone = new Backbone(folder, ending);
		this.events = events;
	}

	/** Runs so many rounds, after one that is not counted. */
	public Section run(int rounds) throws InterruptedException {
		ConfigurableApplicationContext context = this.backbone.start();
		Writers writers = new Writers(context.getBean(TransactionTemplate.class));
		Turns many = new Turns(new Shape(this.events, MANY_KEYS), context, writers);
		Turns hot = new Turns(new Shape(this.events, HOT_KEYS), context, writers);
		PlainInserts inserts = new PlainInserts(context.getBean(JdbcTemplate.class), writers);
		List<Double> kafkaRates = new ArrayList<>();
		List<Double> insertRates = new ArrayList<>();
		try (PlainKafka kafka = new PlainKafka(this.backbone.bootstrapServers())) {
			for (int round = 0; round <= rounds; round++) {
				List<List<List<VersionedEvent>>> same = many.fresh();
				many.run(same, round);
				kafkaRates.add(kafka.perSecond(same));
				hot.run(hot.fresh(), round);
				insertRates.add(inserts.perSecond(same, this.events));
				System.out.printf("  round %d: %.0f events/s, %.0f with hot keys, Kafka %.0f, inserts %.0f%n", round,
						many.rates.getLast(), hot.rates.getLast(), kafkaRates.getLast(), insertRates.getLast());
			}
		}
		return section(many, hot, kafkaRates, insertRates);
	}

	private Section section(Turns many, Turns hot, List<Double> kafkaRates, List<Double> insertRates) {
		Figure events = figure("outbox to inbox, %d keys".formatted(MANY_KEYS), many.rates);
		Figure hotEvents = figure("outbox to inbox, %d hot keys".formatted(HOT_KEYS), hot.rates);
		Figure kafka = figure("plain Kafka, producer to consumer", kafkaRates);
		Figure inserts = figure("plain inserts of the same rows", insertRates);
		this.notes.addFirst("%d events in each turn, %d in a transaction, %d writers; every key's order was checked."
			.formatted(this.events, PER_TRANSACTION, WRITERS));
		return new Section("Event backbone",
				List.of(events, hotEvents, figure("of it, appending", many.appended), kafka, inserts),
				List.of(new Ratio(events, kafka), new Ratio(events, inserts), new Ratio(hotEvents, events)),
				this.notes);
	}

	/** Without the first, in which the code was still being compiled. */
	private static Figure figure(String name, List<Double> rates) {
		return new Figure(name, "/s", rates.subList(1, rates.size()));
	}

	@Override
	public void close() {
		this.backbone.close();
	}

	/** The turns of one distribution of keys. */
	private final class Turns {

		private final Shape shape;

		private final Outbox outbox;

		private final Handled handled;

		private final Writers writers;

		private final List<Double> rates = new ArrayList<>();

		private final List<Double> appended = new ArrayList<>();

		Turns(Shape shape, ConfigurableApplicationContext context, Writers writers) {
			this.shape = shape;
			this.outbox = context.getBean(Outbox.class);
			this.handled = context.getBean(Handled.class);
			this.writers = writers;
		}

		/** Events of salons that no turn had before. */
		List<List<List<VersionedEvent>>> fresh() {
			int first = BackboneBenchmark.this.nextSalon;
			BackboneBenchmark.this.nextSalon += this.shape.keys();
			return SampleEvents.byWriter(first, this.shape, WRITERS, PER_TRANSACTION);
		}

		void run(List<List<List<VersionedEvent>>> work, int round) throws InterruptedException {
			CountDownLatch done = this.handled.expect(this.shape.events());
			CpuTimes before = CpuTimes.of(BackboneBenchmark.this.backbone.parts());
			long start = System.nanoTime();
			this.appended.add(this.shape.events() / this.writers.run(work, this.outbox::append));
			if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				throw new IllegalStateException(done.getCount() + " events were not handled");
			}
			this.rates.add(this.shape.events() / ((System.nanoTime() - start) / 1e9));
			if (this.handled.misordered() > 0) {
				throw new IllegalStateException(this.handled.misordered() + " events were out of order");
			}
			if (round > 0 && this.shape.keys() == MANY_KEYS) {
				BackboneBenchmark.this.notes.add("Busy cores in round %d: %s.".formatted(round,
						CpuTimes.of(BackboneBenchmark.this.backbone.parts()).since(before)));
			}
		}

	}

}
