package org.plenary.search;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.plenary.kernel.Readers;

/** What of a module is searchable. Each bean answers for one kind. */
public interface SearchSource {

  /** What the items are: one word of the glossary, also the value of the facet (paper, brief). */
  String kind();

  /** All items there are, published or not: what an index is made anew from. */
  List<UUID> ids();

  /**
   * These items as the public may read them now, in any order; without those that are not there, or
   * not for the public. They come by the hundred, so as to be read in a handful of queries.
   */
  List<SearchDocument> published(Collection<UUID> ids);

  /**
   * These items as those who may read them find them in the workspace, in any order; without those
   * that are not there. An item that does not read the same to all its readers comes once for each
   * view, with readers of whom nobody belongs to two.
   */
  List<Restricted> restricted(Collection<UUID> ids);

  /** An item with its readers. */
  record Restricted(SearchDocument document, Readers readers) {}
}
