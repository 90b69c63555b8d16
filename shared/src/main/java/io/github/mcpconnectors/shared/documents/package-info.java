/** Text out of documents: PDF, Word, Excel, PowerPoint, HTML, mail and CSV, within set bounds of time and memory. */
@NullMarked
package io.github.mcpconnectors.shared.documents;

import org.jspecify.annotations.NullMarked;
