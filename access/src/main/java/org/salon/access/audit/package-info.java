/** What people who are logged in did, refused or not. */
@NullMarked
package org.salon.access.audit;

import org.jspecify.annotations.NullMarked;
