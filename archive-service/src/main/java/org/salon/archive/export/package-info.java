/** The whole archive in one file: Markdown, JSON, CSV. */
@NullMarked
package org.salon.archive.export;

import org.jspecify.annotations.NullMarked;
