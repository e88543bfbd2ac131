package org.salon.registration.salon;

import java.net.URI;
import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.salon.registration.input.JsonFields;

/** Salons as JSON, for the operator. */
@RestController
@RequestMapping("/api/salons")
class SalonDeskController {

	private final SalonDesk desk;

	private final Salons salons;

	private final Clock clock;

	SalonDeskController(SalonDesk desk, Salons salons, Clock clock) {
		this.desk = desk;
		this.salons = salons;
		this.clock = clock;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<OperatorSalonView> create(JsonFields fields) {
		SalonRequest request = new SalonRequest(fields);
		int number = request.number();
		Salon salon = this.desk.create(number, request.details(null));
		return answer(ResponseEntity.created(URI.create("/api/salons/" + number)), salon);
	}

	@PutMapping(path = "/{number:[0-9]{1,9}}", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<OperatorSalonView> change(@PathVariable int number,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, JsonFields fields) {
		SalonRequest request = new SalonRequest(fields);
		request.sameNumber(number);
		return answer(this.desk.change(number, new VersionCondition(ifMatch), request::details));
	}

	@PostMapping("/{number:[0-9]{1,9}}/announce")
	ResponseEntity<OperatorSalonView> announce(@PathVariable int number) {
		return answer(this.desk.announce(number));
	}

	@PostMapping("/{number:[0-9]{1,9}}/cancel")
	ResponseEntity<OperatorSalonView> cancel(@PathVariable int number) {
		return answer(this.desk.cancel(number));
	}

	@PostMapping(path = "/{number:[0-9]{1,9}}/replays", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<OperatorSalonView> publishReplay(@PathVariable int number, JsonFields fields) {
		return answer(this.desk.publishReplay(number, ReplayRequest.read(fields)));
	}

	private ResponseEntity<OperatorSalonView> answer(Salon salon) {
		return answer(ResponseEntity.ok(), salon);
	}

	private ResponseEntity<OperatorSalonView> answer(ResponseEntity.BodyBuilder builder, Salon salon) {
		return builder.eTag(VersionCondition.tag(salon.version()))
			.body(OperatorSalonView.of(salon, this.salons.attendance(salon.number()), this.clock.instant()));
	}

}
