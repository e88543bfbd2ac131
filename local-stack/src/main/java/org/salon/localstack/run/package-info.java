@NullMarked
package org.salon.localstack.run;

import org.jspecify.annotations.NullMarked;
