/** Pages of the workspace about people, bodies and organisations. */
@NullMarked
package org.plenary.bodies.ui;

import org.jspecify.annotations.NullMarked;
