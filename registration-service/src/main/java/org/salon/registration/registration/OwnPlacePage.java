package org.salon.registration.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import org.salon.events.link.LinkPurpose;
import org.salon.events.registration.RegistrationStatus;
import org.salon.registration.member.MailLinks;
import org.salon.registration.member.Member;
import org.salon.registration.member.TimeZones;
import org.salon.registration.salon.MomentText;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonPages;
import org.salon.registration.salon.SalonStage;
import org.salon.registration.salon.Salons;
import org.salon.registration.salon.TimeWindow;

/** Fills the page of someone's own place. */
@Component
class OwnPlacePage {

	private final OwnLinks own;

	private final Registrations registrations;

	private final Salons salons;

	private final SalonPages pages;

	private final OwnMails mails;

	private final MailLinks links;

	private final Clock clock;

	OwnPlacePage(OwnLinks own, Registrations registrations, Salons salons, SalonPages pages, OwnMails mails,
			MailLinks links, Clock clock) {
		this.own = own;
		this.registrations = registrations;
		this.salons = salons;
		this.pages = pages;
		this.mails = mails;
		this.links = links;
		this.clock = clock;
	}

	/** The page as it is stored. */
	String show(String token, Registration registration, Model model, Locale locale) {
		OwnDetails.Form form = OwnDetails.Form.of(registration, this.own.holder(registration));
		return show(token, registration, form, Map.of(), model, locale);
	}

	/** The page with a form that could not be saved. */
	String show(String token, Registration registration, OwnDetails.Form form, Map<String, String> errors, Model model,
			Locale locale) {
		Member member = this.own.holder(registration);
		Salon salon = this.salons.find(registration.salonNumber()).orElseThrow(MailLinks::unknown);
		ZoneId zone = (member.zone() != null) ? member.zone() : salon.details().zone();
		model.addAttribute("token", token);
		model.addAttribute("status", registration.status());
		model.addAttribute("position", this.registrations.position(registration));
		model.addAttribute("name", registration.name());
		model.addAttribute("form", form);
		model.addAttribute("errors", errors);
		model.addAttribute("questions",
				new Questionnaire(salon.details().signUp().questions()).fields(form.answers(), errors));
		model.addAttribute("salonZone", salon.details().zone().getId());
		model.addAttribute("zones", TimeZones.offered(this.clock.instant(), salon.details().zone(), member.zone()));
		model.addAttribute("mailZone", zone.getId());
		model.addAttribute("mails", this.mails.about(registration, salon, zone, locale));
		model.addAttribute("preferences", this.links.preferences(member.id(), member.linkGeneration()));
		times(registration, salon, zone, model, locale);
		return "place";
	}

	/** Whether this person may see now how to join. */
	boolean mayJoin(Registration registration, Salon salon) {
		if (registration.status() != RegistrationStatus.REGISTERED || salon.details().startsAt() == null) {
			return false;
		}
		return salon.details().joinPublic() || !TimeWindow.ofJoining(salon).isYetToOpen(this.clock.instant());
	}

	private void times(Registration registration, Salon salon, ZoneId zone, Model model, Locale locale) {
		Instant now = this.clock.instant();
		model.addAttribute("salon", this.pages.page(salon, mayJoin(registration, salon), locale));
		Instant confirmBy = registration.confirmBy();
		if (confirmBy != null) {
			model.addAttribute("confirmBy", MomentText.of(confirmBy, zone, locale));
		}
		if (salon.details().startsAt() == null || salon.details().endsAt() == null) {
			return;
		}
		model.addAttribute("joinFrom", MomentText.of(TimeWindow.ofJoining(salon).opensAt(), zone, locale));
		if (!zone.equals(salon.details().zone())) {
			model.addAttribute("ownTime", MomentText.range(salon.startsAt(), salon.endsAt(), zone, locale));
		}
		model.addAttribute("join", this.links.sign(LinkPurpose.JOIN, registration.id(), registration.linkGeneration()));
		model.addAttribute("came", registration.attendedAt() != null);
		model.addAttribute("feedback",
				salon.stageAt(now) == SalonStage.HELD
						&& (registration.status() == RegistrationStatus.REGISTERED || registration.attendedAt() != null)
						&& !TimeWindow.ofFeedback(salon).isClosed(now));
	}

}
