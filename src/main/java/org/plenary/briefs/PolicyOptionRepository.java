package org.plenary.briefs;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PolicyOptionRepository extends JpaRepository<PolicyOption, UUID> {}
