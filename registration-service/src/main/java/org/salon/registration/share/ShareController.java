package org.salon.registration.share;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

import org.salon.registration.SalonProperties;
import org.salon.registration.input.Refused;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.Salons;

/** Poster and code of an invitation that is public. */
@Tag(name = "Salons")
@RestController
class ShareController {

	/** Another drawing of the same salon is another picture. */
	private static final int DRAWING = 1;

	private static final CacheControl AN_HOUR = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

	private final Salons salons;

	private final Posters posters;

	private final SalonProperties properties;

	ShareController(Salons salons, Posters posters, SalonProperties properties) {
		this.salons = salons;
		this.posters = posters;
		this.properties = properties;
	}

	/**
	 * The poster that chats show beside a link to the salon (PNG, 1200 by 630 pixels).
	 */
	@GetMapping("/salons/{number:[0-9]{1,9}}/poster.png")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")))
	@ApiResponse(responseCode = "304", description = "The poster is the one that the caller has", content = @Content)
	@ApiResponse(responseCode = "404", description = "No such salon, or a draft")
	@Nullable ResponseEntity<byte[]> poster(@PathVariable int number, WebRequest request) {
		Salon salon = salon(number);
		String tag = "\"poster-" + DRAWING + "-" + salon.version() + "\"";
		if (request.checkNotModified(tag)) {
			return null;
		}
		return ResponseEntity.ok()
			.cacheControl(AN_HOUR)
			.eTag(tag)
			.contentType(MediaType.IMAGE_PNG)
			.body(this.posters.of(salon));
	}

	/** The address of the salon's page as a QR code (ISO/IEC 18004), for a slide. */
	@GetMapping("/salons/{number:[0-9]{1,9}}/qr.svg")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "404", description = "No such salon, or a draft")
	ResponseEntity<byte[]> code(@PathVariable int number) {
		String page = this.properties.page("/salons/" + salon(number).number() + "?utm_source=qr");
		return ResponseEntity.ok()
			.cacheControl(AN_HOUR)
			.contentType(MediaType.valueOf("image/svg+xml"))
			.body(QrCode.of(page).svg().getBytes(StandardCharsets.UTF_8));
	}

	private Salon salon(int number) {
		return this.salons.find(number).filter(Salon::isPublic).orElseThrow(() -> Refused.noSuchSalon(number));
	}

}
