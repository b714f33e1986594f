package org.plenary.upkeep;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * The door for the operator's commands to a running Plenary: a socket on this machine's loopback
 * address, apart from the web server, so that no proxy leads to it. Whoever asks must show the
 * token of {@code <data>/control}, a file that only its owner may read. One line of JSON asks;
 * lines of text answer, the last of them {@code exit N}.
 */
@Component
@ConditionalOnBooleanProperty("plenary.serving")
class Control implements DisposableBean {
  static final String FILE = "control";
  static final String END = "exit ";
  private static final int LONGEST = 8_192;
  private static final int PATIENCE_MS = 5_000;
  private static final Logger LOG = LoggerFactory.getLogger(Control.class);

  private final Upkeep upkeep;
  private final Path file;
  private final String token;
  private final ServerSocket socket;

  Control(Upkeep upkeep, @Value("${plenary.data}") Path data) throws IOException {
    this.upkeep = upkeep;
    this.file = data.resolve(FILE);
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    this.token = HexFormat.of().formatHex(secret);
    this.socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
  }

  record Request(String token, List<String> command) {
    Request {
      // Whoever asks may send anything, and what is read from JSON may be null whatever it says.
      if (!(token instanceof String) || !(command instanceof List<?>) || command.isEmpty()) {
        throw new IllegalArgumentException("no request");
      }
    }
  }

  /** Opens when the house is ready: a command before that would find half of it. */
  @EventListener(ApplicationReadyEvent.class)
  void open() throws IOException {
    Path part = file.resolveSibling(FILE + ".part");
    Files.deleteIfExists(part);
    OwnersOnly.create(part);
    Files.writeString(part, socket.getLocalPort() + " " + token + "\n");
    Files.move(part, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Thread.ofVirtual().name("control").start(this::listen);
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket asking = socket.accept();
        Thread.ofVirtual().start(() -> answer(asking));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          LOG.warn("A command could not be taken", e);
        }
      }
    }
  }

  private void answer(Socket asking) {
    try (asking) {
      asking.setSoTimeout(PATIENCE_MS);
      Request request = Archive.JSON.readValue(line(asking.getInputStream()), Request.class);
      if (!MessageDigest.isEqual(
          request.token().getBytes(StandardCharsets.UTF_8),
          token.getBytes(StandardCharsets.UTF_8))) {
        return;
      }
      PrintWriter out = new PrintWriter(asking.getOutputStream(), true, StandardCharsets.UTF_8);
      int status = upkeep.run(request.command(), line -> out.println(line.replaceAll("\\R", " ")));
      out.println(END + status);
    } catch (IOException | JacksonException e) {
      LOG.debug("Whoever asked for a command went away or did not ask properly", e);
    }
  }

  private static String line(InputStream in) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1_024);
    StringBuilder line = new StringBuilder();
    for (int c = reader.read(); c >= 0 && c != '\n'; c = reader.read()) {
      if (line.append((char) c).length() > LONGEST) {
        throw new IOException("too long");
      }
    }
    return line.toString();
  }

  @Override
  public void destroy() throws IOException {
    socket.close();
    Files.deleteIfExists(file);
  }
}
