package org.salon.registration.replay;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.salon.events.salon.Link;
import org.salon.registration.input.Refused;
import org.salon.registration.member.MailLinks;
import org.salon.registration.replay.ReplayApproval.Answer;
import org.salon.registration.replay.ReplayApproval.State;
import org.salon.registration.salon.HistoryEntry.Author;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonDesk;
import org.salon.registration.salon.Salons;

/**
 * Asks a speaker before a replay is published, by a link that the organiser hands on.
 * Nobody is told of the replay before they approve.
 */
@Service
public class ReplayApprovalDesk {

	private final ReplayApprovals approvals;

	private final Salons salons;

	private final SalonDesk desk;

	private final Clock clock;

	ReplayApprovalDesk(ReplayApprovals approvals, Salons salons, SalonDesk desk, Clock clock) {
		this.approvals = approvals;
		this.salons = salons;
		this.desk = desk;
		this.clock = clock;
	}

	/** What the speaker of that salon was asked last. */
	public Optional<ReplayApproval> ofSalon(int number) {
		return this.approvals.ofSalon(number);
	}

	/**
	 * Asks whether these links may be published, in place of what was asked before.
	 * @throws Refused where they could not be published, or are already
	 */
	@Transactional
	public void ask(int number, List<Link> links) {
		Salon salon = this.salons.find(number).orElseThrow(() -> Refused.noSuchSalon(number));
		if (!salon.wouldPublish(links)) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.replay.published", Integer.toString(number));
		}
		this.approvals.ask(UUID.randomUUID(), number, links, salon.details().links(), this.clock.instant());
	}

	/** Takes the question back; the link to it leads nowhere then. */
	@Transactional
	public void withdraw(int number) {
		this.approvals.remove(number);
	}

	/**
	 * What is asked by that link.
	 * @throws Refused if nothing is, or no longer
	 */
	ReplayApproval behind(UUID id) {
		return this.approvals.find(id).orElseThrow(MailLinks::unknown);
	}

	/**
	 * Takes the speaker's answer, and publishes the links if they approve; who has
	 * approved cannot take it back.
	 */
	@Transactional
	public void answer(UUID id, Answer answer, @Nullable String comment) {
		ReplayApproval asked = this.approvals.lock(id).orElseThrow(MailLinks::unknown);
		Salon salon = this.salons.lock(asked.salonNumber()).orElseThrow(MailLinks::unknown);
		State state = asked.state(salon);
		if (state == State.SUPERSEDED) {
			throw new Refused(Refused.Reason.GONE, "replay.SUPERSEDED");
		}
		if (!state.open()) {
			return;
		}
		this.approvals.answer(id, answer, comment, this.clock.instant());
		if (answer == Answer.APPROVED) {
			this.desk.publishReplay(asked.salonNumber(), asked.links(), Author.SPEAKER);
		}
	}

}
