package org.salon.apidocs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import org.springdoc.core.providers.JavadocProvider;

/**
 * Javadoc as it stands in the sources of this repository's modules, in Markdown. Read
 * when a document is written, so that nothing of it has to be in any jar.
 */
class SourceJavadoc implements JavadocProvider {

	private final Map<Class<?>, Map<String, DocCommentTree>> comments = new HashMap<>();

	@Override
	public String getClassJavadoc(Class<?> type) {
		String text = of(type, type.getName()).map(DocMarkdown::body).orElse("");
		if (!type.isEnum()) {
			return text;
		}
		String constants = Arrays.stream(type.getEnumConstants())
			.map((constant) -> ((Enum<?>) constant).name())
			.flatMap((name) -> of(type, type.getName() + "#" + name)
				.map((comment) -> "\n- `" + name + "`: " + DocMarkdown.body(comment))
				.stream())
			.collect(Collectors.joining());
		return constants.isEmpty() ? text : text + "\n" + constants;
	}

	@Override
	public Map<String, String> getRecordClassParamJavadoc(Class<?> type) {
		return of(type, type.getName()).map(SourceJavadoc::params).orElse(Map.of());
	}

	@Override
	public String getMethodJavadocDescription(Method method) {
		return of(method).map(DocMarkdown::body).orElse("");
	}

	@Override
	public String getMethodJavadocReturn(Method method) {
		return of(method).stream()
			.flatMap((comment) -> comment.getBlockTags().stream())
			.filter(ReturnTree.class::isInstance)
			.map((tag) -> DocMarkdown.text(((ReturnTree) tag).getDescription()))
			.findFirst()
			.orElse("");
	}

	@Override
	public Map<String, String> getMethodJavadocThrows(Method method) {
		return Map.of();
	}

	@Override
	public String getParamJavadoc(Method method, String name) {
		return of(method).map(SourceJavadoc::params).map((params) -> params.get(name)).orElse(null);
	}

	@Override
	public String getFieldJavadoc(Field field) {
		return of(field.getDeclaringClass(), field.getDeclaringClass().getName() + "#" + field.getName())
			.map(DocMarkdown::body)
			.orElse("");
	}

	@Override
	public String getFirstSentence(String text) {
		return text.split("(?<=[.:;])\\s|\\R", 2)[0].replaceFirst("[.:;]$", "");
	}

	private static Map<String, String> params(DocCommentTree comment) {
		return comment.getBlockTags()
			.stream()
			.filter(ParamTree.class::isInstance)
			.map(ParamTree.class::cast)
			.collect(Collectors.toMap((param) -> param.getName().toString(),
					(param) -> DocMarkdown.text(param.getDescription())));
	}

	private Optional<DocCommentTree> of(Method method) {
		Class<?> type = method.getDeclaringClass();
		return of(type, type.getName() + "#" + method.getName() + "/" + method.getParameterCount());
	}

	private Optional<DocCommentTree> of(Class<?> type, String key) {
		Class<?> top = type;
		while (top.getEnclosingClass() != null) {
			top = top.getEnclosingClass();
		}
		return Optional.ofNullable(this.comments.computeIfAbsent(top, SourceJavadoc::read).get(key));
	}

	private static Map<String, DocCommentTree> read(Class<?> top) {
		Path file = Path.of("src", "main", "java").resolve(top.getName().replace('.', '/') + ".java");
		try (Stream<Path> modules = Files.list(Path.of("").toAbsolutePath().getParent())) {
			return modules.map((module) -> module.resolve(file))
				.filter(Files::exists)
				.findFirst()
				.map(SourceJavadoc::parse)
				.orElse(Map.of());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, DocCommentTree> parse(Path file) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
			JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
					files.getJavaFileObjects(file));
			Scanner scanner = new Scanner(DocTrees.instance(task));
			task.parse().forEach((unit) -> scanner.scan(unit, unit.getPackageName() + "."));
			return scanner.found;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Collects comments by the binary name of their class; methods by name and count. */
	private static final class Scanner extends TreePathScanner<Void, String> {

		private final DocTrees trees;

		private final Map<String, DocCommentTree> found = new HashMap<>();

		Scanner(DocTrees trees) {
			this.trees = trees;
		}

		@Override
		public Void visitClass(ClassTree tree, String prefix) {
			String name = prefix + tree.getSimpleName();
			keep(name);
			for (Tree member : tree.getMembers()) {
				scan(member, name + ((member instanceof ClassTree) ? "$" : "#"));
			}
			return null;
		}

		@Override
		public Void visitMethod(MethodTree tree, String prefix) {
			keep(prefix + tree.getName() + "/" + tree.getParameters().size());
			return null;
		}

		@Override
		public Void visitVariable(VariableTree tree, String prefix) {
			keep(prefix + tree.getName());
			return null;
		}

		private void keep(String key) {
			DocCommentTree comment = this.trees.getDocCommentTree(getCurrentPath());
			if (comment != null) {
				this.found.put(key, comment);
			}
		}

	}

}
