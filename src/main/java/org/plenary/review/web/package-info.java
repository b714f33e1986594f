/** The page that an invitation's link opens. */
@NullMarked
package org.plenary.review.web;

import org.jspecify.annotations.NullMarked;
