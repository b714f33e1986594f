package org.plenary.kernel;

import java.util.List;

/** A step the rules do not allow; {@link #key} names the message that a person is shown. */
public class DomainException extends RuntimeException {
  private final String key;
  private final List<Object> arguments;

  public DomainException(String key, Object... arguments) {
    super(key + List.of(arguments));
    this.key = key;
    this.arguments = List.of(arguments);
  }

  public String key() {
    return key;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
