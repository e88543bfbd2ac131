package org.salon.notification.desk;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.salon.notification.channel.ChannelOffice;
import org.salon.notification.ledger.Deliveries;
import org.salon.notification.ledger.Forecast;
import org.salon.notification.ledger.Forecasts;
import org.salon.notification.ledger.PlanLine;
import org.salon.notification.ledger.SalonMailCounts;
import org.salon.notification.ledger.SalonMails;
import org.salon.notification.operator.WhatIf;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.Salons;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What was, is and will be sent because of one salon, also as if it were another moment,
 * or reminders were others. Nothing is written or sent.
 */
@Controller
class PlanPage {

	private static final WhatIf AS_IT_IS = new WhatIf(null, null);

	private final Salons salons;

	private final Forecasts forecasts;

	private final Deliveries deliveries;

	private final SalonMailCounts mails;

	private final ChannelOffice channels;

	private final SalonWords sentences;

	private final DeskWords words;

	PlanPage(Salons salons, Forecasts forecasts, Deliveries deliveries, SalonMailCounts mails, ChannelOffice channels,
			SalonWords sentences, DeskWords words) {
		this.salons = salons;
		this.forecasts = forecasts;
		this.deliveries = deliveries;
		this.mails = mails;
		this.channels = channels;
		this.sentences = sentences;
		this.words = words;
	}

	/** Leads from a form that asks for a number to the salon's page. */
	@GetMapping("/operator/mail/plans")
	String choose(@RequestParam(defaultValue = "") String salon) {
		if (!salon.strip().matches("[0-9]{1,6}")) {
			throw new NoSuchPage("plan.noSalon");
		}
		return "redirect:/operator/mail/plans/" + salon.strip();
	}

	@GetMapping("/operator/mail/plans/{number}")
	String show(@PathVariable int number, @RequestParam(required = false) @Nullable String at,
			@RequestParam(required = false) @Nullable String reminders, HttpServletResponse response, Model model) {
		Salon salon = this.salons.find(number).orElseThrow(() -> new NoSuchPage("plan.noSalon"));
		WhatIfForm form = WhatIfForm.read(at, reminders, salon.zone(), this.words);
		WhatIf assumed = form.assumed();
		if (assumed == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			assumed = AS_IT_IS;
		}
		Forecast forecast = this.forecasts.of(number, assumed.at(), assumed.reminders())
			.orElseThrow(() -> new NoSuchPage("plan.noSalon"));
		SalonMails mails = this.mails.of(number);
		model.addAttribute("mails", mails);
		model.addAttribute("sentences", this.sentences.of(mails, salon.zone()));
		List<PlanLine> ledger = this.deliveries.plan(number);
		model.addAttribute("salon", salon);
		model.addAttribute("form", form);
		model.addAttribute("assuming", !assumed.equals(AS_IT_IS));
		model.addAttribute("forecast", forecast);
		model.addAttribute("timeline", Timeline.of(forecast, ledger));
		model.addAttribute("ledger", ledger);
		model.addAttribute("posts", this.channels.coming(number));
		return "desk/plan";
	}

}
