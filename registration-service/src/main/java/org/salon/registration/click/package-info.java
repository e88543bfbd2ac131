/** How often the links of a salon are followed, and nothing of who follows them. */
@NullMarked
package org.salon.registration.click;

import org.jspecify.annotations.NullMarked;
