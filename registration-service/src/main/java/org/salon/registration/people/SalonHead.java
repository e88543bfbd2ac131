package org.salon.registration.people;

import java.time.Clock;
import java.util.Locale;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import org.salon.registration.input.Refused;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonPages;
import org.salon.registration.salon.SalonStage;
import org.salon.registration.salon.Salons;

/** What all pages about people of one salon say of the salon. */
@Component
class SalonHead {

	private final Salons salons;

	private final SalonPages pages;

	private final Clock clock;

	SalonHead(Salons salons, SalonPages pages, Clock clock) {
		this.salons = salons;
		this.pages = pages;
		this.clock = clock;
	}

	/**
	 * Puts it onto a page.
	 * @throws Refused if there is no such salon
	 */
	Salon of(int number, Model model, Locale locale) {
		Salon salon = salon(number);
		model.addAttribute("salon", this.pages.page(salon, true, locale));
		model.addAttribute("zone", salon.details().zone());
		model.addAttribute("questions", salon.details().signUp().questions());
		model.addAttribute("open", salon.stageAt(this.clock.instant()) == SalonStage.ANNOUNCED);
		return salon;
	}

	Salon salon(int number) {
		return this.salons.find(number).orElseThrow(() -> Refused.noSuchSalon(number));
	}

}
