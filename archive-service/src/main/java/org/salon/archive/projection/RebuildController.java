package org.salon.archive.projection;

import java.net.URI;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "Rebuild", description = "The archive made anew from the log of events.")
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

	/**
	 * Starts to build the archive anew from the log. The present one is served until the
	 * new one is whole.
	 * @return the build has begun; ask its address how it goes
	 */
	@PostMapping
	@ApiResponse(responseCode = "202")
	@ApiResponse(responseCode = "409", description = "A rebuild runs already")
	ResponseEntity<Started> start() {
		long generation = this.rebuild.start();
		return ResponseEntity.accepted()
			.location(URI.create("/api/archive/rebuild"))
			.body(new Started(generation, RebuildReport.State.RUNNING));
	}

	/** What is served, and how the latest rebuild stands. */
	@GetMapping
	Answer latest() {
		return new Answer(this.projection.served(), this.projection.fingerprint(), this.rebuilds.latest().orElse(null));
	}

	@ExceptionHandler
	ProblemDetail refuse(RebuildRunning running) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "a rebuild runs already");
	}

	/**
	 * A rebuild that has begun.
	 *
	 * @param generation that it builds
	 */
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
