/** People: how they are called and reached, and which mails they want. */
@NullMarked
package org.salon.registration.member;

import org.jspecify.annotations.NullMarked;
