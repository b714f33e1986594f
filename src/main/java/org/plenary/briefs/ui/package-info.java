/** Workspace views of policy briefs. */
@NullMarked
package org.plenary.briefs.ui;

import org.jspecify.annotations.NullMarked;
