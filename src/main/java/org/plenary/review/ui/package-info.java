/** Workspace views of reviews, and what they put on a paper's page. */
@NullMarked
package org.plenary.review.ui;

import org.jspecify.annotations.NullMarked;
