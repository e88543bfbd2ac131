package org.salon.registration.chart;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import org.salon.registration.input.Refused;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.Salons;

/** The console's charts: of one salon, and over all. */
@Controller
class ChartController {

	private final SalonCharts charts;

	private final MailCharts mails;

	private final Salons salons;

	ChartController(SalonCharts charts, MailCharts mails, Salons salons) {
		this.charts = charts;
		this.mails = mails;
		this.salons = salons;
	}

	@GetMapping("/operator/salons/{number:[0-9]{1,9}}/charts")
	String one(@PathVariable int number, Model model) {
		Salon salon = this.salons.find(number).orElseThrow(() -> Refused.noSuchSalon(number));
		model.addAttribute("number", number);
		model.addAttribute("title", salon.details().title());
		List<Chart> charts = new ArrayList<>(
				List.of(this.charts.signUps(number), this.charts.sources(number), this.charts.clicks(number)));
		charts.addAll(this.mails.of(number));
		model.addAttribute("charts", charts);
		return "operator/charts";
	}

	@GetMapping("/operator/charts")
	String all(Model model) {
		List<Chart> charts = new ArrayList<>(List.of(this.charts.turnouts()));
		charts.addAll(this.mails.of(null));
		model.addAttribute("charts", charts);
		return "operator/charts";
	}

}
