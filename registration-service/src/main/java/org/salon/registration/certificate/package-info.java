/** Whether those who open the public site are shown a certificate that is valid. */
@NullMarked
package org.salon.registration.certificate;

import org.jspecify.annotations.NullMarked;
