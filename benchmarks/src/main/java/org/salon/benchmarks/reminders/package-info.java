/**
 * Personal reminders that are due in the same second, beside what others send mail by.
 */
@NullMarked
package org.salon.benchmarks.reminders;

import org.jspecify.annotations.NullMarked;
