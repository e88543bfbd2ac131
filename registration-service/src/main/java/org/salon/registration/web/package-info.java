/** What all pages and calls share: languages, refusals, bodies. */
@NullMarked
package org.salon.registration.web;

import org.jspecify.annotations.NullMarked;
