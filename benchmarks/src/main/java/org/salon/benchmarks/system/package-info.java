/** The whole system as a person starts it, and what a client does with it. */
@NullMarked
package org.salon.benchmarks.system;

import org.jspecify.annotations.NullMarked;
