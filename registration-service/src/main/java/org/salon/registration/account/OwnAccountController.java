package org.salon.registration.account;

import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.salon.access.OperatorLogin;
import org.salon.access.TooManyLogins;
import org.salon.access.account.Account;
import org.salon.access.account.AccountPrincipal;
import org.salon.access.account.AccountUser;
import org.salon.access.session.OperatorSessions;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.Refused;
import org.salon.registration.web.Forms;
import org.salon.registration.web.Words;

/** One's own account. */
@Controller
@RequestMapping("/operator/account")
class OwnAccountController {

	private final AccountDesk desk;

	private final AccountRows accounts;

	private final OperatorLogin login;

	private final OperatorSessions sessions;

	private final Forms forms;

	private final Words words;

	OwnAccountController(AccountDesk desk, AccountRows accounts, OperatorLogin login, OperatorSessions sessions,
			Forms forms, Words words) {
		this.desk = desk;
		this.accounts = accounts;
		this.login = login;
		this.sessions = sessions;
		this.forms = forms;
		this.words = words;
	}

	@GetMapping
	String page(Authentication who, @RequestParam(required = false) @Nullable String done, Model model) {
		model.addAttribute("done", done != null);
		return page(who, Map.of(), model);
	}

	/**
	 * Another password. All sessions of the account are over with it; this one goes on
	 * with a new cookie. To try passwords here is limited as it is at the login.
	 */
	@PostMapping
	String change(Authentication who, @RequestParam(defaultValue = "") String current,
			@RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String again,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		if (!(who.getPrincipal() instanceof AccountPrincipal account)) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.builtInPassword");
		}
		try {
			this.login.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(who.getName(), current));
			Account changed = this.desk.choose(account.accountId(), password, again);
			AccountUser user = changed.user();
			this.sessions.saveContext(
					new SecurityContextImpl(
							UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities())),
					request, response);
			return "redirect:/operator/account?done";
		}
		catch (BadCredentialsException ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(who, Map.of("current", this.words.of("field.passwordWrong")), model);
		}
		catch (TooManyLogins ex) {
			ex.tell(response);
			return page(who, Map.of("current", this.words.of("login.limited", ex.seconds())), model);
		}
		catch (InvalidFields ex) {
			return page(who, this.forms.errors(ex, response), model);
		}
	}

	private String page(Authentication who, Map<String, String> errors, Model model) {
		model.addAttribute("name", who.getName());
		model.addAttribute("errors", new HashMap<>(errors));
		model.addAttribute("hasPassword", who.getPrincipal() instanceof AccountPrincipal
				&& this.accounts.named(who.getName()).map(Account::password).isPresent());
		model.addAttribute("builtIn", !(who.getPrincipal() instanceof AccountPrincipal));
		return "operator/account";
	}

}
