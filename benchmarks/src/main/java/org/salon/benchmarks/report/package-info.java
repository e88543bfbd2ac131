/** What was measured, and how it is told. */
@NullMarked
package org.salon.benchmarks.report;

import org.jspecify.annotations.NullMarked;
