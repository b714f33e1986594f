package org.plenary.upkeep;

/** What kept an operator's command from being done, as one sentence for the terminal. */
public class UpkeepException extends RuntimeException {
  public UpkeepException(String sentence) {
    super(sentence);
  }
}
