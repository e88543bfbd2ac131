/** The addresses that channels post to, which are secrets. */
@NullMarked
package org.salon.notification.channel.http;

import org.jspecify.annotations.NullMarked;
