@NullMarked
package org.salon.localstack.kafka;

import org.jspecify.annotations.NullMarked;
