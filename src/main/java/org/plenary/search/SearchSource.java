package org.plenary.search;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What of a module is searchable. Each bean answers for one kind. */
public interface SearchSource {

  /** What the items are: one word of the glossary, also the value of the facet (paper, brief). */
  String kind();

  /** The item as the public may read it now; empty where there is none, or none for the public. */
  Optional<SearchDocument> published(UUID id);

  /** Every item the public may read, for a rebuild; streamed, never all in memory. */
  void eachPublished(Consumer<UUID> id);
}
