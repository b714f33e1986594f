/** Plenary: one program, two front doors (public site and workspace) over the same services. */
@NullMarked
package org.plenary;

import org.jspecify.annotations.NullMarked;
