/** Accounts of the console: who has one, with which role, and how they are changed. */
@NullMarked
package org.salon.registration.account;

import org.jspecify.annotations.NullMarked;
