package org.salon.registration.link;

import java.time.Clock;
import java.util.Optional;
import java.util.function.DoubleSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Checks one link after the other. Any number of instances may: an address that one has
 * taken is passed over by the others until its lease ends.
 */
class LinkChecker {

	private static final Logger logger = LoggerFactory.getLogger(LinkChecker.class);

	private final Links links;

	private final LinkProbe probe;

	private final LinkReports reports;

	private final LinkProperties rules;

	private final LinkMetrics metrics;

	private final TransactionOperations transaction;

	private final DoubleSupplier chance;

	private final Clock clock;

	LinkChecker(Links links, LinkProbe probe, LinkReports reports, LinkProperties rules, LinkMetrics metrics,
			TransactionOperations transaction, DoubleSupplier chance, Clock clock) {
		this.links = links;
		this.probe = probe;
		this.reports = reports;
		this.rules = rules;
		this.metrics = metrics;
		this.transaction = transaction;
		this.chance = chance;
		this.clock = clock;
	}

	/** Takes in the links that the salons have now. */
	void collect() {
		this.transaction.executeWithoutResult((status) -> {
			if (this.links.collect(this.clock.instant())) {
				this.reports.publishAll();
			}
		});
	}

	/**
	 * Checks the link that has been due for longest.
	 * @return false if none is
	 */
	boolean checkNext() throws InterruptedException {
		Optional<Links.Claim> claim = this.links.claim(this.clock.instant());
		if (claim.isPresent()) {
			Probe found = this.probe.check(claim.get().url());
			settle(claim.get(), found);
		}
		return claim.isPresent();
	}

	private void settle(Links.Claim claim, Probe found) {
		LinkHistory after = claim.before().after(found, this.clock.instant(), this.chance.getAsDouble(), this.rules);
		boolean ours = Boolean.TRUE.equals(this.transaction.execute((status) -> {
			boolean settled = this.links.settle(claim, after);
			if (settled && (after.state() == LinkState.DEAD || claim.before().state() == LinkState.DEAD)) {
				this.reports.publish(this.links.salonsWith(claim.id()));
			}
			return settled;
		}));
		if (ours) {
			this.metrics.checked(found.finding());
			if (after.state() != claim.before().state()) {
				logger.info("Link {} is {} after {}, was {}", claim.id(), after.state(), found.finding(),
						claim.before().state());
			}
		}
	}

}
