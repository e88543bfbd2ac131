package org.salon.registration.series;

import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.salon.registration.input.InvalidFields;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.Salons;
import org.salon.registration.web.Forms;

/** The rhythm of series, in the console. */
@Controller
@RequestMapping("/operator/series")
class SeriesController {

	private final SeriesDesk desk;

	private final Salons salons;

	private final Forms forms;

	SeriesController(SeriesDesk desk, Salons salons, Forms forms) {
		this.desk = desk;
		this.salons = salons;
		this.forms = forms;
	}

	@GetMapping
	String list(@RequestParam(required = false) @Nullable Integer like,
			@RequestParam(required = false) @Nullable String name, Model model, Locale locale) {
		return page(form(like, name), Map.of(), model, locale);
	}

	@PostMapping
	String save(@RequestParam Map<String, String> fields, HttpServletResponse response, Model model, Locale locale) {
		SeriesForm form = SeriesForm.of(fields);
		try {
			Series series = form.read();
			salon(series.model());
			this.desk.save(series);
			return "redirect:/operator/series";
		}
		catch (InvalidFields ex) {
			return page(form, this.forms.errors(ex, response), model, locale);
		}
	}

	@PostMapping("/remove")
	String remove(@RequestParam String name) {
		this.desk.remove(name);
		return "redirect:/operator/series";
	}

	private SeriesForm form(@Nullable Integer like, @Nullable String name) {
		if (name != null) {
			return this.desk.find(name).map(SeriesForm::of).orElse(SeriesForm.BLANK);
		}
		return (like != null) ? SeriesForm.like(salon(like)) : SeriesForm.BLANK;
	}

	/** A salon that drafts can be made like: those of an import alone have no time. */
	private Salon salon(int number) {
		return this.salons.find(number)
			.filter((salon) -> salon.details().startsAt() != null)
			.orElseThrow(() -> new InvalidFields("model", "field.series.model"));
	}

	private String page(SeriesForm form, Map<String, String> errors, Model model, Locale locale) {
		model.addAttribute("series", this.desk.all().stream().map((one) -> Line.of(one, locale)).toList());
		model.addAttribute("form", form);
		model.addAttribute("errors", errors);
		return "operator/series";
	}

	/**
	 * One series.
	 *
	 * @param when day of the week and time of day, in words
	 */
	public record Line(Series series, String when) {

		static Line of(Series series, Locale locale) {
			Rhythm rhythm = series.rhythm();
			return new Line(series, rhythm.anchor().getDayOfWeek().getDisplayName(TextStyle.FULL, locale) + " "
					+ rhythm.time() + " (" + rhythm.zone().getId() + ")");
		}

	}

}
