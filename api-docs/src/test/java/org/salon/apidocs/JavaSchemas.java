package org.salon.apidocs;

import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.providers.JavadocProvider;

import org.springframework.core.Nullness;

/**
 * Schemas with what Java says besides: the Javadoc of records and enums, and that a
 * component is there unless it is {@code @Nullable}, which may be null.
 */
class JavaSchemas implements ModelConverter {

	private final JavadocProvider javadoc;

	JavaSchemas(JavadocProvider javadoc) {
		this.javadoc = javadoc;
	}

	@Override
	public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
		if (!chain.hasNext()) {
			return null;
		}
		Schema<?> schema = chain.next().resolve(type, context, chain);
		Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
		if (schema != null && (raw.isRecord() || raw.isEnum())) {
			describe(raw, (schema.get$ref() != null) ? named(schema.get$ref(), context) : schema);
		}
		return schema;
	}

	private static Schema<?> named(String reference, ModelConverterContext context) {
		return context.getDefinedModels().get(reference.substring(Components.COMPONENTS_SCHEMAS_REF.length()));
	}

	private void describe(Class<?> type, Schema<?> schema) {
		if (schema == null) {
			return;
		}
		String text = this.javadoc.getClassJavadoc(type);
		schema.setDescription(text.isEmpty() ? null : text);
		if (type.isRecord() && schema.getProperties() != null) {
			Set<String> required = new TreeSet<>();
			describe(type, schema.getProperties(), required);
			schema.setRequired(List.copyOf(required));
		}
	}

	private void describe(Class<?> type, Map<String, Schema> properties, Set<String> required) {
		Map<String, String> texts = this.javadoc.getRecordClassParamJavadoc(type);
		for (RecordComponent component : type.getRecordComponents()) {
			String name = component.getName();
			if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
				describe(component.getType(), properties, required);
			}
			else if (properties.containsKey(name)) {
				properties.get(name).setDescription(texts.get(name));
				if (Nullness.forMethodReturnType(component.getAccessor()) != Nullness.NULLABLE) {
					required.add(name);
				}
				else {
					properties.compute(name, (key, property) -> nullable(property));
				}
			}
		}
	}

	private static Schema<?> nullable(Schema<?> property) {
		if (property.get$ref() != null) {
			Schema<?> either = new Schema<>().description(property.getDescription());
			either.setAnyOf(List.of(new Schema<>().$ref(property.get$ref()), new Schema<>().types(Set.of("null"))));
			return either;
		}
		if (property.getTypes() != null) {
			property.addType("null");
		}
		return property;
	}

}
