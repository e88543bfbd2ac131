@NullMarked
package org.salon.localstack.mail;

import org.jspecify.annotations.NullMarked;
