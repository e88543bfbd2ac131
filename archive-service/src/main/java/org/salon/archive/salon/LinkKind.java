package org.salon.archive.salon;

/** What a link leads to, in the order in which pages show them. */
public enum LinkKind {

	REPLAY, SLIDES, PAPER, COURSE, CODE, MATERIAL, OTHER

}
