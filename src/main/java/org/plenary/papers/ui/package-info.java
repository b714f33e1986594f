/** Workspace views of papers; other modules put sections on a paper's page. */
@NamedInterface("ui")
@NullMarked
package org.plenary.papers.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
