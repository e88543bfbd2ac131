package org.salon.registration.registration;

import java.util.UUID;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import org.salon.events.link.LinkPurpose;
import org.salon.registration.member.MemberLinks;

/** People take their own data along, and erase themselves. A GET changes nothing. */
@Controller
class OwnDataController {

	private final OwnLinks own;

	private final MemberLinks members;

	private final OwnData data;

	private final GiveBack giveBack;

	OwnDataController(OwnLinks own, MemberLinks members, OwnData data, GiveBack giveBack) {
		this.own = own;
		this.members = members;
		this.data = data;
		this.giveBack = giveBack;
	}

	@GetMapping("/registrations/{token}/data.json")
	ResponseEntity<OwnData.Person> ofPlace(@PathVariable String token) {
		return download(byPlace(token));
	}

	@GetMapping("/preferences/{token}/data.json")
	ResponseEntity<OwnData.Person> ofMember(@PathVariable String token) {
		return download(byPreferences(token));
	}

	@GetMapping("/registrations/{token}/erase")
	String askByPlace(@PathVariable String token, Model model) {
		return ask(byPlace(token), "/registrations/" + token, model);
	}

	@GetMapping("/preferences/{token}/erase")
	String askByPreferences(@PathVariable String token, Model model) {
		return ask(byPreferences(token), "/preferences/" + token, model);
	}

	@PostMapping("/registrations/{token}/erase")
	String eraseByPlace(@PathVariable String token) {
		return erase(byPlace(token));
	}

	@PostMapping("/preferences/{token}/erase")
	String eraseByPreferences(@PathVariable String token) {
		return erase(byPreferences(token));
	}

	/** Says what was done; it stays true when reloaded, unlike the links. */
	@GetMapping("/erased")
	String erased() {
		return "erased";
	}

	private ResponseEntity<OwnData.Person> download(UUID memberId) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"salon-data.json\"")
			.body(this.data.of(memberId));
	}

	private String ask(UUID memberId, String back, Model model) {
		OwnData.Person person = this.data.of(memberId);
		model.addAttribute("back", back);
		model.addAttribute("email", person.member().email());
		model.addAttribute("places", person.registrations().size());
		model.addAttribute("mails", person.deliveries().size());
		return "erase";
	}

	private String erase(UUID memberId) {
		this.giveBack.erase(memberId);
		return "redirect:/erased";
	}

	private UUID byPlace(String token) {
		return this.own.registration(token).memberId();
	}

	private UUID byPreferences(String token) {
		return this.members.read(token, LinkPurpose.PREFERENCES).id();
	}

}
