package org.plenary.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.SmartLifecycle;

/**
 * Work that is done once everything is put together and before the web server opens its port, so
 * that nobody meets a house that is not ready. What it throws ends the start.
 */
public abstract class BeforeOpening implements SmartLifecycle {
  private final int order;
  private boolean running;

  /**
   * @param order of several, from 0
   */
  protected BeforeOpening(int order) {
    this.order = order;
  }

  protected abstract void work() throws IOException;

  @Override
  public final int getPhase() {
    return order;
  }

  @Override
  public final void start() {
    running = true;
    try {
      work();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public final void stop() {
    running = false;
  }

  @Override
  public final boolean isRunning() {
    return running;
  }
}
