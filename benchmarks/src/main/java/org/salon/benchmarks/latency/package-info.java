/** How long it takes from the form to the inbox. */
@NullMarked
package org.salon.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
