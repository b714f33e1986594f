/** The process that parses uploads: PDFBox and POI run here and nowhere else. */
@NullMarked
package org.plenary.files.worker;

import org.jspecify.annotations.NullMarked;
