/** Public pages of briefs. */
@NullMarked
package org.plenary.briefs.web;

import org.jspecify.annotations.NullMarked;
