package org.plenary.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Readers;

/** What of a module is searchable. Each bean answers for one kind. */
public interface SearchSource {

  /** What the items are: one word of the glossary, also the value of the facet (paper, brief). */
  String kind();

  /** All items there are, published or not: what an index is made anew from. */
  List<UUID> ids();

  /** The item as the public may read it now; empty where there is none, or none for the public. */
  Optional<SearchDocument> published(UUID id);

  /** The item as those who may read it find it in the workspace; empty where there is none. */
  Optional<Restricted> restricted(UUID id);

  /**
   * The item as its readers find it, where it does not read the same to all of them: each view with
   * its own readers, of whom nobody may belong to two.
   */
  default List<Restricted> views(UUID id) {
    return restricted(id).stream().toList();
  }

  /** An item with its readers. */
  record Restricted(SearchDocument document, Readers readers) {}
}
