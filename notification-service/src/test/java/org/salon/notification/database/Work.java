package org.salon.notification.database;

import java.util.List;

/**
 * What one transaction did until it was to commit.
 *
 * @param statements in their order, as they were sent
 * @param mostRows how many rows the statement touched that touched most
 */
public record Work(List<String> statements, int mostRows) {

	/** Whether some statement has these words. */
	public boolean says(String words) {
		return this.statements.stream().anyMatch((statement) -> statement.contains(words));
	}

}
