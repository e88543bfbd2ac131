/** What each event changes here. */
@NullMarked
package org.salon.notification.listener;

import org.jspecify.annotations.NullMarked;
