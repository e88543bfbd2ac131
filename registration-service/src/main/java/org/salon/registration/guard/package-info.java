/** What keeps programs off the form, and helps people with it. */
@NullMarked
package org.salon.registration.guard;

import org.jspecify.annotations.NullMarked;
