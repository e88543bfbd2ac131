package org.salon.events.salon;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a link leads to. A kind added later is read as {@link #OTHER}. */
public enum LinkKind {

	REPLAY, SLIDES, PAPER, COURSE, CODE, MATERIAL,

	@JsonEnumDefaultValue
	OTHER

}
