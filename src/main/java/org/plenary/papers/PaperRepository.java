package org.plenary.papers;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PaperRepository extends JpaRepository<Paper, UUID> {
  Optional<Paper> findByReference(String reference);
}
