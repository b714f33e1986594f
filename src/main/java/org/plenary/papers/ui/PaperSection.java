package org.plenary.papers.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.plenary.kernel.Actor;
import org.plenary.papers.PaperPage;

/**
 * What another module shows on a paper's page. Each bean makes a section for the actor, or none;
 * beans come in the order of their {@link org.springframework.core.annotation.Order}.
 */
public interface PaperSection {
  /**
   * @param reload shows the page anew after something was done
   */
  Optional<Component> section(Actor actor, PaperPage paper, Runnable reload);
}
