package org.salon.registration.operator;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.salon.registration.attendance.Doors;
import org.salon.registration.attendance.RegistrationId;
import org.salon.registration.input.Checks;

/** Checks people in at the door, in the console. */
@Controller
class ConsoleCheckInController {

	private final Doors doors;

	ConsoleCheckInController(Doors doors) {
		this.doors = doors;
	}

	@PostMapping("/operator/salons/{number:[0-9]{1,9}}/attendance")
	String checkIn(@PathVariable int number, @RequestParam(required = false) @Nullable String registrationId,
			@RequestParam(defaultValue = "0") int page) {
		this.doors.checkIn(number, RegistrationId.read(new Checks(), registrationId));
		return "redirect:/operator/salons/" + number + "?page=" + page + "#coming";
	}

}
