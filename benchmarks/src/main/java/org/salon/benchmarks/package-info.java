@NullMarked
package org.salon.benchmarks;

import org.jspecify.annotations.NullMarked;
