package org.salon.registration.salon;

import java.io.IOException;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import org.salon.registration.input.Refused;

/** Takes the picture that leads to a salon, and shows it where it may be shown to all. */
@Controller
class JoinPictureController {

	private final Salons salons;

	private final JoinPictures pictures;

	JoinPictureController(Salons salons, JoinPictures pictures) {
		this.salons = salons;
		this.pictures = pictures;
	}

	@PostMapping("/operator/salons/{number:[0-9]{1,9}}/join-picture")
	String upload(@PathVariable int number, @RequestParam MultipartFile picture) throws IOException {
		this.pictures.put(number, picture.getBytes());
		return "redirect:/operator/salons/" + number;
	}

	@GetMapping("/operator/salons/{number:[0-9]{1,9}}/join-picture")
	ResponseEntity<byte[]> show(@PathVariable int number) {
		return answer(number);
	}

	@GetMapping("/salons/{number:[0-9]{1,9}}/join-picture")
	ResponseEntity<byte[]> showToAll(@PathVariable int number) {
		boolean shown = this.salons.find(number)
			.filter((salon) -> salon.isPublic() && salon.details().joinPublic())
			.isPresent();
		if (!shown) {
			throw new Refused(Refused.Reason.NOT_FOUND, "refused.noPicture");
		}
		return answer(number);
	}

	private ResponseEntity<byte[]> answer(int number) {
		JoinPicture picture = this.pictures.find(number)
			.orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "refused.noPicture"));
		return PictureAnswer.of(picture);
	}

}
