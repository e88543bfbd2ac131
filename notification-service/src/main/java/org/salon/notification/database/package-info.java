/** How rows are read and written; no statements. */
@NullMarked
package org.salon.notification.database;

import org.jspecify.annotations.NullMarked;
