package org.salon.registration.table;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A table as it is written, row by row, so that any number fits. */
public interface Sheet {

	/** Adds a row; what is null stays empty. */
	void add(List<? extends @Nullable String> cells) throws IOException;

	/** Ends the table; what it is written to stays open. */
	void finish() throws IOException;

}
