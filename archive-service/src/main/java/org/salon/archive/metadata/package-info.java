/** What pages say of themselves to search engines and to those who share them. */
@NullMarked
package org.salon.archive.metadata;

import org.jspecify.annotations.NullMarked;
