package org.salon.notification.mail;

import java.nio.charset.StandardCharsets;

import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the two forms of a mail. */
@Component
class LetterTemplates {

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	LetterTemplates(Wording wording) {
		this.engine.setEnableSpringELCompiler(true);
		this.engine.setTemplateEngineMessageSource(wording.source());
		this.engine.addTemplateResolver(resolver("mail/html/", ".html", TemplateMode.HTML));
		this.engine.addTemplateResolver(resolver("mail/text/", ".txt", TemplateMode.TEXT));
	}

	String html(LetterView letter) {
		return render("letter.html", letter);
	}

	String text(LetterView letter) {
		// Empty parts leave empty lines behind; a reader wants one at a time.
		return render("letter.txt", letter).replaceAll("(\\R){3,}", "\n\n").strip() + "\n";
	}

	private String render(String template, LetterView letter) {
		Context context = new Context(letter.locale());
		context.setVariable("letter", letter);
		return this.engine.process(template, context);
	}

	private static ClassLoaderTemplateResolver resolver(String prefix, String suffix, TemplateMode mode) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix(prefix);
		resolver.setTemplateMode(mode);
		resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
		resolver.setCacheable(true);
		resolver.getResolvablePatternSpec().addPattern("*" + suffix);
		return resolver;
	}

}
