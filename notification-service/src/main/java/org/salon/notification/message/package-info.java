/** What an organiser writes once to those of a salon. */
@NullMarked
package org.salon.notification.message;

import org.jspecify.annotations.NullMarked;
