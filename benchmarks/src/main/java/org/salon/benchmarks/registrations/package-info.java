/** Durable registrations per second by HTTP, against plain inserts on the same server. */
@NullMarked
package org.salon.benchmarks.registrations;

import org.jspecify.annotations.NullMarked;
