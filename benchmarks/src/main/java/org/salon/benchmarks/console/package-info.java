/** How quick the operators' pages are after years. */
@NullMarked
package org.salon.benchmarks.console;

import org.jspecify.annotations.NullMarked;
