package org.salon.archive.projection;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets the operator throw the projection away and see it come back. */
@RestController
@RequestMapping("/api/archive/rebuild")
class RebuildController {

	private final Rebuild rebuild;

	private final Rebuilds rebuilds;

	private final Projection projection;

	RebuildController(Rebuild rebuild, Rebuilds rebuilds, Projection projection) {
		this.rebuild = rebuild;
		this.rebuilds = rebuilds;
		this.projection = projection;
	}

	@PostMapping
	ResponseEntity<Started> start() {
		long generation = this.rebuild.start();
		return ResponseEntity.accepted()
			.location(URI.create("/api/archive/rebuild"))
			.body(new Started(generation, RebuildReport.State.RUNNING));
	}

	@GetMapping
	Answer latest() {
		return new Answer(this.projection.served(), this.projection.fingerprint(), this.rebuilds.latest().orElse(null));
	}

	@ExceptionHandler
	ProblemDetail refuse(RebuildRunning running) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "a rebuild runs already");
	}

	record Started(long generation, RebuildReport.State state) {
	}

	/**
	 * What is served, and how the latest rebuild stands.
	 *
	 * @param fingerprint SHA-256 over the served projection: equal ones hold the same
	 * @param latest absent if there has been none
	 */
	record Answer(long servedGeneration, String fingerprint, @Nullable RebuildReport latest) {
	}

}
