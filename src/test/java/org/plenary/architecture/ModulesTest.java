package org.plenary.architecture;

import org.junit.jupiter.api.Test;
import org.plenary.Plenary;
import org.springframework.modulith.core.ApplicationModules;

/** The floors hold: a module uses only what its package-info allows. */
class ModulesTest {
  @Test
  void modulesUseOnlyTheFloorsBelowThem() {
    ApplicationModules.of(Plenary.class).verify();
  }
}
