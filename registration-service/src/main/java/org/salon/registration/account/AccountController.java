package org.salon.registration.account;

import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.salon.access.Role;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.oidc.OidcProperties;
import org.salon.registration.web.Forms;

/** Who may enter the console. */
@Controller
@RequestMapping("/operator/accounts")
class AccountController {

	private static final String ONE = "/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

	private final AccountDesk desk;

	private final Forms forms;

	private final OidcProperties oidc;

	AccountController(AccountDesk desk, Forms forms, OidcProperties oidc) {
		this.desk = desk;
		this.forms = forms;
		this.oidc = oidc;
	}

	@GetMapping
	String list(Model model) {
		return page(model, "", Role.DOOR.name(), Map.of());
	}

	/** The first password is on the page that answers, and nowhere else. */
	@PostMapping
	String add(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String role,
			@RequestParam(defaultValue = "false") boolean provider, HttpServletResponse response, Model model) {
		try {
			model.addAttribute("made", this.desk.add(name, role, !provider));
			return page(model, "", Role.DOOR.name(), Map.of());
		}
		catch (InvalidFields ex) {
			return page(model, name, role, this.forms.errors(ex, response));
		}
	}

	@PostMapping(ONE + "/role")
	String changeRole(@PathVariable UUID id, @RequestParam(required = false) @Nullable String role) {
		this.desk.changeRole(id, role);
		return "redirect:/operator/accounts";
	}

	@PostMapping(ONE + "/disable")
	String disable(@PathVariable UUID id) {
		this.desk.disable(id, true);
		return "redirect:/operator/accounts";
	}

	@PostMapping(ONE + "/enable")
	String enable(@PathVariable UUID id) {
		this.desk.disable(id, false);
		return "redirect:/operator/accounts";
	}

	@PostMapping(ONE + "/password")
	String renew(@PathVariable UUID id, Model model) {
		model.addAttribute("made", this.desk.renew(id));
		return page(model, "", Role.DOOR.name(), Map.of());
	}

	private String page(Model model, String name, String role, Map<String, String> errors) {
		model.addAttribute("accounts", this.desk.all());
		model.addAttribute("roles", Role.values());
		model.addAttribute("name", name);
		model.addAttribute("role", role);
		model.addAttribute("errors", errors);
		model.addAttribute("oidc", this.oidc.isOn());
		return "operator/accounts";
	}

}
