package org.salon.notification.mail;

import java.nio.charset.StandardCharsets;

import org.springframework.expression.EvaluationContext;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContextWrapper;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the two forms of a mail. */
@Component
class LetterTemplates {

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	/**
	 * Remembers how each property is read. Made anew for each mail, as the engine would,
	 * it finds all of them out again, which took longer than the rest of the rendering.
	 */
	private final ThreadLocal<EvaluationContext> properties = ThreadLocal
		.withInitial(() -> new ThymeleafEvaluationContextWrapper(new StandardEvaluationContext()));

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
		context.setVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
				this.properties.get());
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
