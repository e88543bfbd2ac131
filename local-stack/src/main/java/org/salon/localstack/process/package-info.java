@NullMarked
package org.salon.localstack.process;

import org.jspecify.annotations.NullMarked;
