/** The operator's own words in mails: kept, tried, and taken back. */
@NullMarked
package org.salon.notification.template;

import org.jspecify.annotations.NullMarked;
