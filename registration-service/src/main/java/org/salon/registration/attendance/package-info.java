/** Coming to a salon: the personal link that leads in, and who came. */
@NullMarked
package org.salon.registration.attendance;

import org.jspecify.annotations.NullMarked;
