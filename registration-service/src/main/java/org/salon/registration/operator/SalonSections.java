package org.salon.registration.operator;

import java.util.Locale;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import org.salon.registration.SalonProperties;
import org.salon.registration.member.Members;
import org.salon.registration.registration.Attendees;
import org.salon.registration.replay.ReplayApproval;
import org.salon.registration.replay.ReplayApprovalDesk;
import org.salon.registration.salon.JoinPictures;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonHistory;
import org.salon.registration.salon.SalonPages;

/** What the console's page of one salon is made of. */
@Component
class SalonSections {

	private static final int PAGE = 50;

	private final SalonPages pages;

	private final Attendees attendees;

	private final JoinPictures pictures;

	private final Coming coming;

	private final SalonHistory history;

	private final Members members;

	private final ReplayApprovalDesk approvals;

	private final SalonProperties properties;

	SalonSections(SalonPages pages, Attendees attendees, JoinPictures pictures, Coming coming, SalonHistory history,
			Members members, ReplayApprovalDesk approvals, SalonProperties properties) {
		this.pages = pages;
		this.attendees = attendees;
		this.pictures = pictures;
		this.coming = coming;
		this.history = history;
		this.members = members;
		this.approvals = approvals;
		this.properties = properties;
	}

	/**
	 * Adds all of them.
	 * @param page of attendees, from 0
	 */
	void show(Salon salon, int page, Model model, Locale locale) {
		int number = salon.number();
		model.addAttribute("salon", this.pages.page(salon, true, locale));
		model.addAttribute("details", salon.details());
		model.addAttribute("attendees", this.attendees.page(number, page, PAGE));
		model.addAttribute("coming", this.coming.of(number));
		model.addAttribute("picture", this.pictures.has(number));
		model.addAttribute("history", HistoryView.of(salon, this.history.of(number), this.pages, locale));
		model.addAttribute("subscribers", salon.isDraft() ? this.members.subscribers() : null);
		ReplayApproval approval = this.approvals.ofSalon(number).orElse(null);
		model.addAttribute("approval", approval);
		if (approval != null) {
			model.addAttribute("approvalState", approval.state(salon));
			model.addAttribute("approvalLink", this.properties.page(approval.path()));
		}
		model.addAttribute("linkLines", model.getAttribute("typedLinks") instanceof String typed ? typed : LinkLines
			.text((approval != null && approval.state(salon).open()) ? approval.links() : salon.details().links()));
	}

}
