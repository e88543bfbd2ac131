package org.salon.apidocs;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/**
 * Serves {@code openapi.json} of the class path. Who may read it is the service's own
 * word.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnResource(resources = ApiDocsController.DOCUMENT)
class ApiDocsAutoConfiguration {

	@Bean
	ApiDocsController apiDocsController() {
		return new ApiDocsController();
	}

}
