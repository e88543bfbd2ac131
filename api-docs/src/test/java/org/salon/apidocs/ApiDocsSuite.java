package org.salon.apidocs;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.Filter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webjars.WebJarVersionLocator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the API document of every service holds to. A service's test extends it on the
 * service's own context, which imports {@link ApiDocsGeneration}.
 */
public abstract class ApiDocsSuite {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private static final Pattern REFERENCE = Pattern.compile("\"#/components/schemas/([^\"]+)\"");

	private static final Pattern ATTRIBUTE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private GeneratedDocument generated;

	private MockMvc mvc;

	/** The calls that people and their scripts rely on, as {@code GET /api/salons}. */
	protected abstract Set<String> promisedCalls();

	protected abstract String operatorPassword();

	@BeforeEach
	void reachThroughTheFilters() {
		DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(this.context);
		this.mvc = builder.addFilters(this.context.getBean("springSecurityFilterChain", Filter.class)).build();
	}

	@Test
	void documentIsWhatTheCodeSays() throws Exception {
		Path written = Path.of("target", "openapi.json");
		Files.writeString(written, JSON.writeValueAsString(this.generated.generate()) + "\n");
		Path served = Path.of("src", "main", "resources", "openapi.json");
		assertThat(served).exists();
		assertThat(JSON.readTree(served))
			.as("%s is not what the code says; if the change is meant, copy %s over it", served.toAbsolutePath(),
					written.toAbsolutePath())
			.isEqualTo(JSON.readTree(written));
	}

	@Test
	void hasEveryCallThatIsPromised() throws Exception {
		assertThat(documentedCalls()).containsAll(promisedCalls());
	}

	@Test
	void leavesNoCallOfTheApiOut() throws Exception {
		Set<String> mapped = new TreeSet<>();
		this.context.getBeansOfType(RequestMappingHandlerMapping.class)
			.values()
			.forEach((mapping) -> mapping.getHandlerMethods().keySet().forEach((info) -> mapped.addAll(calls(info))));
		assertThat(mapped).isNotEmpty();
		assertThat(documentedCalls()).containsAll(mapped);
	}

	@Test
	void asksForCredentialsWhereItSaysSo() throws Exception {
		for (String call : documentedCalls()) {
			int status = anonymous(call.replaceAll("\\{[^}]+}", "1")).getStatus();
			boolean secured = document().at(pointer(call) + "/security/0/operator").isArray();
			assertThat(status == 401).as("%s answers %s to anybody", call, status).isEqualTo(secured);
		}
	}

	@Test
	void saysOfEachCallWhatItDoesAndAnswers() throws Exception {
		for (String call : documentedCalls()) {
			JsonNode operation = document().at(pointer(call));
			assertThat(operation.path("summary").asString("")).as(call).isNotBlank();
			assertThat(operation.get("tags").size()).as(call).isOne();
			assertThat(operation.get("responses").propertyNames()).as(call).anyMatch((code) -> code.startsWith("2"));
			operation.get("responses").forEachEntry((code, response) -> {
				if (code.startsWith("4") && !response.has("$ref")) {
					assertThat(response.at("/content").propertyNames()).as("%s %s", call, code)
						.containsExactly("application/problem+json");
				}
			});
		}
	}

	@Test
	void namesNoSchemaThatItDoesNotHave() throws Exception {
		Set<String> named = new TreeSet<>();
		Matcher references = REFERENCE.matcher(document().toString());
		references.results().forEach((reference) -> named.add(reference.group(1)));
		assertThat(named).isNotEmpty()
			.containsExactlyInAnyOrderElementsOf(document().at("/components/schemas").propertyNames());
	}

	@Test
	void givesEachCallANameOfItsOwn() throws Exception {
		List<String> names = new ArrayList<>();
		for (String call : documentedCalls()) {
			names.add(document().at(pointer(call)).get("operationId").stringValue());
		}
		assertThat(names).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v3/api-docs", "/v3/api-docs/page", "/v3/api-docs/page/start.js" })
	void isForTheOperatorAlone(String path) throws Exception {
		MockHttpServletResponse refused = anonymous("GET " + path);
		assertThat(refused.getStatus()).isEqualTo(401);
		assertThat(refused.getHeader("WWW-Authenticate")).startsWith("Basic");
		assertThat(perform(
				request("GET", path).remoteAddress("198.51.100.9").header("Authorization", basic("not-the-password")))
			.getStatus()).isEqualTo(401);
		assertThat(asOperator(path).getStatus()).isEqualTo(200);
	}

	@Test
	void pageIsOfThisServiceAlone() throws Exception {
		MockHttpServletResponse page = asOperator("/v3/api-docs/page");
		assertThat(page.getHeaders("Content-Security-Policy")).containsExactly(ApiDocsController.CONTENT_POLICY);
		assertThat(page.getContentType()).startsWith("text/html");
		assertThat(page.getContentAsString()).doesNotContain("<style", " style=", " onload=", "<script>");
		List<String> parts = ATTRIBUTE.matcher(page.getContentAsString())
			.results()
			.map((attribute) -> attribute.group(1))
			.filter((address) -> !address.equals("data:,"))
			.toList();
		assertThat(parts).hasSize(4).allMatch((address) -> !address.contains(":") && !address.startsWith("/"));
		for (String part : parts) {
			String path = URI.create("/v3/api-docs/page").resolve(part).getPath();
			assertThat(asOperator(path).getStatus()).as(path).isEqualTo(200);
		}
	}

	@Test
	void policyOfThePageIsOfNothingElse() throws Exception {
		for (String path : List.of("/v3/api-docs", "/v3/api-docs/page/start.js", "/api/status")) {
			assertThat(asOperator(path).getHeaders("Content-Security-Policy")).as(path)
				.hasSize(1)
				.doesNotContain(ApiDocsController.CONTENT_POLICY);
		}
	}

	@Test
	void swaggerUiIsNowhereElse() throws Exception {
		String version = new WebJarVersionLocator().version("swagger-ui");
		for (String place : List.of("/webjars/swagger-ui/", "/archive/webjars/swagger-ui/")) {
			for (String file : List.of("index.html", version + "/index.html")) {
				assertThat(anonymous("GET " + place + file).getStatus()).as(place + file).isIn(401, 404);
			}
		}
	}

	private JsonNode document() throws Exception {
		return JSON.readTree(asOperator("/v3/api-docs").getContentAsString(StandardCharsets.UTF_8));
	}

	private Set<String> documentedCalls() throws Exception {
		Set<String> calls = new TreeSet<>();
		document().get("paths")
			.forEachEntry((path, methods) -> methods.propertyNames()
				.forEach((method) -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path)));
		return calls;
	}

	private static String pointer(String call) {
		String[] parts = call.split(" ");
		return "/paths/" + parts[1].replace("~", "~0").replace("/", "~1") + "/" + parts[0].toLowerCase(Locale.ROOT);
	}

	private static Set<String> calls(RequestMappingInfo info) {
		Set<String> calls = new TreeSet<>();
		for (String pattern : info.getPatternValues()) {
			if (pattern.startsWith("/api")) {
				String path = pattern.replaceAll("\\{(\\w+)(:(\\{[^}]*}|[^{}])*)?}", "{$1}");
				Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
				assertThat(methods).as("methods of %s", pattern).isNotEmpty();
				methods.forEach((method) -> calls.add(method + " " + path));
			}
		}
		return calls;
	}

	private MockHttpServletResponse anonymous(String call) throws Exception {
		return perform(request(call.split(" ")));
	}

	private MockHttpServletResponse asOperator(String path) throws Exception {
		return perform(request("GET", path).header("Authorization", basic(operatorPassword())));
	}

	private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request).andReturn().getResponse();
	}

	private static MockHttpServletRequestBuilder request(String... methodAndPath) {
		return MockMvcRequestBuilders.request(HttpMethod.valueOf(methodAndPath[0]), methodAndPath[1]);
	}

	private static String basic(String password) {
		return "Basic " + Base64.getEncoder().encodeToString(("operator:" + password).getBytes(StandardCharsets.UTF_8));
	}

}
