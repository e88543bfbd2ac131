/** What machines follow: the Atom feed of replays and the map of the site. */
@NullMarked
package org.salon.archive.feed;

import org.jspecify.annotations.NullMarked;
