/** The API of a service as an OpenAPI document, and a page to read it. */
@NullMarked
package org.salon.apidocs;

import org.jspecify.annotations.NullMarked;
