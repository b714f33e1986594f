package org.plenary.briefs;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface BriefRepository extends JpaRepository<Brief, UUID> {
  Optional<Brief> findBySlug(String slug);

  /** The brief of which a translation has this name in addresses. */
  @Query("select b from Brief b join b.translations t where t.slug = :slug")
  Optional<Brief> findByTranslationSlug(String slug);

  /** The briefs that have these translations. */
  @Query("select distinct b from Brief b join b.translations t where t.id in :ids")
  List<Brief> withTranslations(Collection<UUID> ids);

  Optional<Brief> findByEditionOfAndEditionAndState(UUID of, int edition, BriefState state);

  @Query(
      "select (select count(b) from Brief b where b.slug = :slug)"
          + " + (select count(t) from Translation t where t.slug = :slug)")
  long countSlugs(String slug);

  @Query("select b.id from Brief b order by b.id")
  List<UUID> ids();

  @Query("select t.id from Translation t order by t.id")
  List<UUID> translationIds();
}
