/** Public pages of papers. */
@NullMarked
package org.plenary.papers.web;

import org.jspecify.annotations.NullMarked;
