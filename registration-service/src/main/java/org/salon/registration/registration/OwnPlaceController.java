package org.salon.registration.registration;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import org.salon.events.registration.RegistrationStatus;
import org.salon.registration.input.Refused;
import org.salon.registration.member.MailLinks;
import org.salon.registration.salon.JoinPicture;
import org.salon.registration.salon.JoinPictures;
import org.salon.registration.salon.PictureAnswer;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.Salons;
import org.salon.registration.web.PageRequests;

/** Someone's own place, behind the link in the mail. A GET changes nothing. */
@Controller
@RequestMapping("/registrations/{token}")
class OwnPlaceController {

	private final OwnLinks own;

	private final OwnPlacePage page;

	private final Salons salons;

	private final JoinPictures pictures;

	private final SignUp signUp;

	private final GiveBack giveBack;

	OwnPlaceController(OwnLinks own, OwnPlacePage page, Salons salons, JoinPictures pictures, SignUp signUp,
			GiveBack giveBack) {
		this.own = own;
		this.page = page;
		this.salons = salons;
		this.pictures = pictures;
		this.signUp = signUp;
		this.giveBack = giveBack;
	}

	@GetMapping
	String show(@PathVariable String token, Model model, Locale locale) {
		return this.page.show(token, registration(token), model, locale);
	}

	/** Gives the place back; again has no effect. The next in line gets it at once. */
	@PostMapping("/cancel")
	@Operation
	@Tag(name = "Registrations")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "application/json",
					schema = @Schema(implementation = RegistrationController.Signed.class)))
	@ApiResponse(responseCode = "404", description = "No such link")
	@ApiResponse(responseCode = "409", description = "The salon is over")
	@ApiResponse(responseCode = "410", description = "The link has expired or was revoked")
	Object cancel(@PathVariable String token, HttpServletRequest request) {
		return answer(token, request, this.giveBack.cancel(registration(token).id()));
	}

	@PostMapping("/register")
	Object takeAgain(@PathVariable String token, HttpServletRequest request) {
		this.signUp.takeAgain(registration(token).id());
		return answer(token, request, registration(token).status());
	}

	@GetMapping("/join-picture")
	ResponseEntity<byte[]> picture(@PathVariable String token) {
		Registration registration = registration(token);
		JoinPicture picture = this.pictures.find(registration.salonNumber())
			.filter((found) -> this.page.mayJoin(registration, salon(registration)))
			.orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "refused.noPicture"));
		return PictureAnswer.of(picture);
	}

	private static Object answer(String token, HttpServletRequest request, RegistrationStatus status) {
		if (PageRequests.acceptsHtml(request)) {
			return "redirect:/registrations/" + token;
		}
		return ResponseEntity.ok(new RegistrationController.Signed(status));
	}

	private Registration registration(String token) {
		return this.own.registration(token);
	}

	private Salon salon(Registration registration) {
		return this.salons.find(registration.salonNumber()).orElseThrow(MailLinks::unknown);
	}

}
