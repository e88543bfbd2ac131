/** Brings in those who agreed to announcements elsewhere, with the proof of it. */
@NullMarked
package org.salon.registration.subscriber;

import org.jspecify.annotations.NullMarked;
