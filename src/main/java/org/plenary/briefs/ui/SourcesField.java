package org.plenary.briefs.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.briefs.BriefDraft.Source;
import org.plenary.briefs.ui.SourcePapers.SourcePaper;

/** The papers drawn on, each at the version that was current when it was chosen. */
class SourcesField extends RowsField<Source> {
  private static final int MOST = 20;
  private final transient SourcePapers papers;

  SourcesField(SourcePapers papers) {
    super("brief.field.sources", MOST);
    this.papers = papers;
    setHelperText(getTranslation("brief.field.sources.help"));
    atLeast(1);
  }

  @Override
  Row row(@Nullable Source of) {
    return new Fields(new ComboBox<>(getTranslation("brief.field.sources.paper")), new Span(), of);
  }

  /** Each paper once, at the version of its first row. */
  @Override
  protected List<Source> generateModelValue() {
    Map<UUID, Source> once = new LinkedHashMap<>();
    super.generateModelValue().forEach(source -> once.putIfAbsent(source.paper(), source));
    return List.copyOf(once.values());
  }

  private final class Fields extends Row {
    private final ComboBox<SourcePaper> paper;
    private final Span at;
    private int version;

    Fields(ComboBox<SourcePaper> paper, Span at, @Nullable Source of) {
      super(paper, at);
      this.paper = paper;
      this.at = at;
      at.addClassNames("small", "muted", "version");
      paper.setItems(papers.choices());
      paper.setItemLabelGenerator(SourcePaper::label);
      if (of != null) {
        // A paper that its writer may see stays a source when someone else goes on writing.
        paper.setValue(
            papers
                .find(of.paper())
                .orElseGet(
                    () -> SourcePaper.hidden(of.paper(), getTranslation("brief.source.hidden"))));
        choose(of.version());
      }
      paper.addValueChangeListener(
          e -> {
            choose(e.getValue() == null ? 0 : papers.version(e.getValue()));
            updateValue();
          });
    }

    private void choose(int of) {
      version = of;
      at.setText(of == 0 ? "" : getTranslation("brief.field.sources.version", of));
    }

    @Override
    void number(int number) {
      super.number(number);
      paper.setRequiredIndicatorVisible(number == 1);
    }

    @Override
    @Nullable Source value() {
      return paper.getValue() == null ? null : new Source(paper.getValue().id(), version);
    }
  }
}
