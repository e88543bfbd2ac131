package org.salon.registration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import org.salon.apidocs.ApiDocsGeneration;
import org.salon.localstack.LocalStackConfiguration;

/**
 * The service on real parts; all tests share one context, so they use numbers of their
 * own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "salon.operator.password=" + Site.PASSWORD, "salon.link-key=" + Site.LINK_KEY,
				"salon.minimal-fill-time=PT0S", "salon.decline-cancels=true",
				"salon.registration.decline-interval=200ms", "salon.trusted-proxies=127.0.0.1,10.0.0.0/8",
				"salon.mail-from=Salon <salon@example.org>", "salon.notification-url=http://localhost:1",
				"salon.archive-url=http://localhost:1", "salon.links.check=on", "salon.links.threads=0",
				"salon.links.collect-interval=1h", "salon.links.hosts=127.0.0.1" })
@Import({ LocalStackConfiguration.class, TestParts.class, ApiDocsGeneration.class })
public @interface RegistrationServiceTest {

}
