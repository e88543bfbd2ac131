package org.salon.apidocs;

import java.math.BigDecimal;
import java.util.Map;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.GlobalOperationCustomizer;

import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/** What is so for every call, and what springdoc leaves out or makes up. */
class CallRules implements GlobalOperationCustomizer {

	private static final BigDecimal LARGEST_SALON = BigDecimal.valueOf(999_999);

	private static final Map<HttpStatus, String> OF_BODIES = Map.of(HttpStatus.BAD_REQUEST, "The body cannot be read",
			HttpStatus.CONTENT_TOO_LARGE, "The body is larger than any such body has to be",
			HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is of another kind, or compressed");

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		String controller = handler.getBeanType().getSimpleName().replaceFirst("Controller$", "");
		operation.setOperationId(
				StringUtils.uncapitalize(controller) + StringUtils.capitalize(handler.getMethod().getName()));
		if (operation.getParameters() != null) {
			operation.getParameters().forEach(CallRules::parameter);
		}
		answers(operation.getResponses());
		if (operation.getRequestBody() != null) {
			operation.getRequestBody().setRequired(true);
			OF_BODIES.forEach((status, description) -> operation.getResponses()
				.computeIfAbsent(Integer.toString(status.value()), (code) -> problem(description)));
		}
		if (operation.getDescription() != null && operation.getDescription().equals(operation.getSummary() + ".")) {
			operation.setDescription(null);
		}
		return operation;
	}

	private static void parameter(Parameter parameter) {
		Schema<?> schema = parameter.getSchema();
		if (schema.getTypes() != null) {
			// A parameter is absent or there, never null.
			schema.getTypes().remove("null");
		}
		if (parameter.getName().equals("number")) {
			parameter.setDescription("Of a salon");
			schema.minimum(BigDecimal.ONE).maximum(LARGEST_SALON);
		}
	}

	/**
	 * A method with refusals gets no success from springdoc, and each refusal gets the
	 * success's body.
	 */
	private static void answers(ApiResponses responses) {
		boolean successful = responses.keySet().stream().anyMatch((code) -> code.startsWith("2"));
		if (!successful) {
			ApiResponse any = responses.values().iterator().next();
			responses.addApiResponse("200", new ApiResponse().description("OK").content(any.getContent()));
		}
		responses.forEach((code, response) -> {
			if (code.startsWith("4")) {
				response.setContent(problemContent());
			}
		});
	}

	private static ApiResponse problem(String description) {
		return new ApiResponse().description(description).content(problemContent());
	}

	private static Content problemContent() {
		Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
		return new Content().addMediaType("application/problem+json", new MediaType().schema(problem));
	}

}
