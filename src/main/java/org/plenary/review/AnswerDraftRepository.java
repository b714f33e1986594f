package org.plenary.review;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface AnswerDraftRepository extends JpaRepository<AnswerDraft, UUID> {
  List<AnswerDraft> findByCaseId(UUID of);
}
