/** What all calls share: who may call, in which language, and how errors are told. */
@NullMarked
package org.salon.archive.web;

import org.jspecify.annotations.NullMarked;
