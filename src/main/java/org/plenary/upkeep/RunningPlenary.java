package org.plenary.upkeep;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Asks the Plenary that runs on a data folder to do a command. */
public final class RunningPlenary {
  private RunningPlenary() {}

  /**
   * Has it done and passes on what it says.
   *
   * @return its status
   * @throws UpkeepException if it does not answer, or stops answering before it is done
   */
  public static int ask(Path data, List<String> command, Consumer<String> out) {
    try {
      String[] said = Files.readString(data.resolve(Control.FILE)).strip().split(" ");
      try (Socket socket =
          new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(said[0]))) {
        String request = Archive.JSON.writeValueAsString(new Control.Request(said[1], command));
        socket.getOutputStream().write((request + "\n").getBytes(StandardCharsets.UTF_8));
        BufferedReader answer =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = answer.readLine(); line != null; line = answer.readLine()) {
          if (line.startsWith(Control.END)) {
            return Integer.parseInt(line.substring(Control.END.length()));
          }
          out.accept(line);
        }
      }
    } catch (IOException | RuntimeException e) {
      // Said below: why makes no difference to what the operator can do.
    }
    throw new UpkeepException(
        "the Plenary that runs on "
            + data
            + " did not answer to the end; try again, or stop it and try again");
  }
}
