/** The archive, rebuilt from the log of events. */
@NullMarked
package org.salon.benchmarks.rebuild;

import org.jspecify.annotations.NullMarked;
