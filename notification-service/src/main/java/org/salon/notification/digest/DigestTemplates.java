package org.salon.notification.digest;

import java.nio.charset.StandardCharsets;

import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.salon.notification.mail.Wording;

/** Renders the two forms of a digest. */
@Component
class DigestTemplates {

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	DigestTemplates(Wording wording) {
		this.engine.setTemplateEngineMessageSource(wording.source());
		this.engine.addTemplateResolver(resolver(".html", TemplateMode.HTML));
		this.engine.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
	}

	String html(DigestView digest) {
		return render("digest.html", digest);
	}

	String text(DigestView digest) {
		// Empty parts leave empty lines behind; a reader wants one at a time.
		return render("digest.txt", digest).replaceAll("(\\R){3,}", "\n\n").strip() + "\n";
	}

	private String render(String template, DigestView digest) {
		Context context = new Context(digest.locale());
		context.setVariable("digest", digest);
		return this.engine.process(template, context);
	}

	private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("mail/digest/");
		resolver.setTemplateMode(mode);
		resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
		resolver.getResolvablePatternSpec().addPattern("*" + suffix);
		return resolver;
	}

}
