/** The page that the link “how to stop” of a mail opens. */
@NullMarked
package org.plenary.mail.web;

import org.jspecify.annotations.NullMarked;
