@NullMarked
package org.salon.localstack.postgres;

import org.jspecify.annotations.NullMarked;
