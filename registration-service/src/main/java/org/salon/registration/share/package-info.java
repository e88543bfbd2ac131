/** What makes an invitation good to pass on: previews, poster, code, calendars. */
@NullMarked
package org.salon.registration.share;

import org.jspecify.annotations.NullMarked;
