/** The speaker's word before a replay is published. */
@NullMarked
package org.salon.registration.replay;

import org.jspecify.annotations.NullMarked;
