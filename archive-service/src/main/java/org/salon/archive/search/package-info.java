/** Finding salons: the JSON call and the query behind it and behind the page. */
@NullMarked
package org.salon.archive.search;

import org.jspecify.annotations.NullMarked;
