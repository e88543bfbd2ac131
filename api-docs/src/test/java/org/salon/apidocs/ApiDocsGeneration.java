package org.salon.apidocs;

import java.util.stream.Stream;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.Filter;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.JavadocProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.MethodParameter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Makes a service able to write its document. Tests of a service import this, production
 * never has it.
 */
@TestConfiguration(proxyBeanMethods = false)
@PropertySource("classpath:org/salon/apidocs/springdoc.properties")
public class ApiDocsGeneration {

	@Bean
	JavadocProvider sourceJavadoc() {
		return new SourceJavadoc();
	}

	@Bean
	JavaSchemas javaSchemas(JavadocProvider javadoc) {
		ModelResolver.enumsAsRef = true;
		return new JavaSchemas(javadoc);
	}

	@Bean
	GlobalOperationCustomizer callRules() {
		return new CallRules();
	}

	/** What says by an annotation that it is a body is no set of parameters. */
	@Bean
	SmartInitializingSingleton bodies(ObjectProvider<RequestMappingHandlerMapping> mappings) {
		return () -> mappings.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().values().stream())
			.flatMap((handler) -> Stream.of(handler.getMethodParameters()))
			.filter((parameter) -> parameter.hasParameterAnnotation(RequestBody.class))
			.map(MethodParameter::getParameterType)
			.forEach(SpringDocUtils.getConfig()::addSimpleTypesForParameterObject);
	}

	@Bean
	GeneratedDocument generatedDocument(OpenApiWebMvcResource springdoc,
			@Qualifier("springSecurityFilterChain") Filter security, ObjectProvider<BuildProperties> build) {
		return new GeneratedDocument(springdoc, security, build.getObject().getVersion());
	}

}
