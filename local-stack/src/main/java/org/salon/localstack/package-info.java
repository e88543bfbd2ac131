@NullMarked
package org.salon.localstack;

import org.jspecify.annotations.NullMarked;
