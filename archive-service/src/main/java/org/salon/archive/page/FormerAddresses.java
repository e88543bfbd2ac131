package org.salon.archive.page;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import org.salon.archive.projection.Renumberings;
import org.salon.archive.projection.Salons;

/** Leads from the address that a salon was cited by to its present one, for ever. */
@Component
class FormerAddresses implements HandlerInterceptor, WebMvcConfigurer {

	private static final Pattern SALON = Pattern.compile("/archive/([1-9][0-9]{0,5})");

	private final Renumberings renumberings;

	private final Salons salons;

	FormerAddresses(Renumberings renumberings, Salons salons) {
		this.renumberings = renumberings;
		this.salons = salons;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns("/archive/*");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		Matcher asked = SALON.matcher(request.getRequestURI());
		if (!asked.matches()) {
			return true;
		}
		int number = Integer.parseInt(asked.group(1));
		OptionalInt present = this.renumberings.presentNumberOf(number);
		if (present.isEmpty() || this.salons.find(number).isPresent()) {
			return true;
		}
		String query = request.getQueryString();
		response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
		// Another salon may take the number one day: browsers ask again.
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
		response.setHeader(HttpHeaders.LOCATION,
				"/archive/" + present.getAsInt() + ((query != null) ? "?" + query : ""));
		return false;
	}

}
