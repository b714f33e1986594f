package org.plenary.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.server.AppShellSettings;
import org.springframework.stereotype.Component;

/** What every workspace page loads: plain style sheets, in this order, and no bundle of our own. */
@Component
@StyleSheet("context://aura/aura.css")
@StyleSheet("context://assets/styles/tokens.css")
@StyleSheet("context://assets/styles/common.css")
@StyleSheet("context://assets/styles/workspace.css")
@StyleSheet("context://assets/reader/reader.css")
public class AppShell implements AppShellConfigurator {
  @Override
  public void configurePage(AppShellSettings settings) {
    settings.addFavIcon("icon", "/assets/icons/plenary.svg", "any");
    settings.addMetaTag("robots", "noindex");
  }
}
