/**
 * What machines follow: feeds, the calendar of coming salons, and the map of the site.
 */
@NullMarked
package org.salon.archive.feed;

import org.jspecify.annotations.NullMarked;
