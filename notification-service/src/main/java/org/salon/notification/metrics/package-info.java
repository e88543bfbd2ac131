/** What this service measures of itself. */
@NullMarked
package org.salon.notification.metrics;

import org.jspecify.annotations.NullMarked;
