/** Rows that are put straight into the services' tables. */
@NullMarked
package org.salon.benchmarks.tables;

import org.jspecify.annotations.NullMarked;
