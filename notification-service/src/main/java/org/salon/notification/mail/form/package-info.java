/**
 * Mails as forms: what is the same for many, made once, and what is one person's own.
 */
@NullMarked
package org.salon.notification.mail.form;

import org.jspecify.annotations.NullMarked;
