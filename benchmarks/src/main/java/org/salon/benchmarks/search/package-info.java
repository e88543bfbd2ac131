/** What it takes to find a salon in a large archive. */
@NullMarked
package org.salon.benchmarks.search;

import org.jspecify.annotations.NullMarked;
