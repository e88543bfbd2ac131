package org.salon.access.audit;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Begins the entry of a change before its handler runs, so that nothing is changed
 * without one, even if the service dies amid it. If the entry cannot be written, nothing
 * is changed.
 */
final class AuditInterceptor implements HandlerInterceptor {

	private final AuditTrail trail;

	AuditInterceptor(AuditTrail trail) {
		this.trail = trail;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(ChangesNothing.class)) {
			AuditFilter.leaveOut(request);
		}
		else if (request.getDispatcherType() == DispatcherType.REQUEST) {
			Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
			// What a variable may look like is nothing to people.
			AuditFilter.begin(this.trail, request,
					String.valueOf(pattern).replaceAll("\\{(\\w+):[^/]*}(?=/|$)", "{$1}"));
		}
		return true;
	}

}
