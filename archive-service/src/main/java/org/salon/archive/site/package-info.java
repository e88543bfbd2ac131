/** The whole site of the archive as files that any web server can host. */
@NullMarked
package org.salon.archive.site;

import org.jspecify.annotations.NullMarked;
