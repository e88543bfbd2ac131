package org.salon.registration.attendance;

import java.net.URI;
import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import org.salon.events.link.LinkPurpose;
import org.salon.registration.SalonProperties;
import org.salon.registration.input.Refused;
import org.salon.registration.member.MailLinks;
import org.salon.registration.registration.Visit;
import org.salon.registration.registration.Visits;
import org.salon.registration.salon.JoinPicture;
import org.salon.registration.salon.JoinPictures;
import org.salon.registration.salon.PictureAnswer;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonPages;
import org.salon.registration.salon.Salons;
import org.salon.registration.salon.TimeWindow;

/**
 * The way into a salon, by the personal link in the mail. A GET changes nothing, so that
 * a mail scanner counts nobody.
 */
@Controller
@RequestMapping("/join/{token}")
class JoinController {

	private final Doors doors;

	private final Visits visits;

	private final Salons salons;

	private final SalonPages pages;

	private final JoinPictures pictures;

	private final SalonProperties properties;

	JoinController(Doors doors, Visits visits, Salons salons, SalonPages pages, JoinPictures pictures,
			SalonProperties properties) {
		this.doors = doors;
		this.visits = visits;
		this.salons = salons;
		this.pages = pages;
		this.pictures = pictures;
		this.properties = properties;
	}

	@GetMapping
	String show(@PathVariable String token, Model model, Locale locale) {
		Visit visit = this.visits.behind(token, LinkPurpose.JOIN);
		Salon salon = salon(visit);
		JoinState state = this.doors.state(salon, visit);
		TimeWindow open = TimeWindow.ofJoining(salon);
		model.addAttribute("salon", this.pages.page(salon, state == JoinState.OPEN, locale));
		model.addAttribute("state", state.name());
		model.addAttribute("visit", visit);
		model.addAttribute("opensAt", this.pages.moment(salon, open.opensAt(), locale));
		model.addAttribute("meeting", MeetingLink.first(salon.details().joinLinks()).isPresent());
		model.addAttribute("archive", this.properties.archiveBaseUrl() + "/archive/" + salon.number());
		model.addAttribute("token", token);
		return "join";
	}

	@PostMapping
	ResponseEntity<Void> enter(@PathVariable String token) {
		Salon salon = this.doors.enter(this.visits.behind(token, LinkPurpose.JOIN).id());
		URI next = MeetingLink.first(salon.details().joinLinks()).orElseGet(() -> URI.create("/join/" + token));
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(next).build();
	}

	@GetMapping("/picture")
	ResponseEntity<byte[]> picture(@PathVariable String token) {
		Visit visit = this.visits.behind(token, LinkPurpose.JOIN);
		JoinPicture picture = this.pictures.find(visit.salonNumber())
			.filter((found) -> this.doors.state(salon(visit), visit) == JoinState.OPEN)
			.orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "refused.noPicture"));
		return PictureAnswer.of(picture);
	}

	private Salon salon(Visit visit) {
		return this.salons.find(visit.salonNumber()).orElseThrow(MailLinks::unknown);
	}

}
