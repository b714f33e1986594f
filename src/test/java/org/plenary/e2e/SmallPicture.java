package org.plenary.e2e;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Writes the picture of a screen with a palette of its commonest colours: half the size. */
final class SmallPicture {
  private static final int COLOURS = 256;

  private SmallPicture() {}

  static void write(byte[] png, Path to) throws IOException {
    BufferedImage whole = ImageIO.read(new ByteArrayInputStream(png));
    int[] pixels =
        whole.getRGB(0, 0, whole.getWidth(), whole.getHeight(), null, 0, whole.getWidth());
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel, 1, Integer::sum);
    }
    List<Integer> palette =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(COLOURS)
            .map(Map.Entry::getKey)
            .toList();
    Map<Integer, Integer> places = new HashMap<>();
    counts.keySet().forEach(colour -> places.put(colour, nearest(palette, colour)));
    int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
    BufferedImage small =
        new BufferedImage(
            whole.getWidth(),
            whole.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, colours.length, colours, 0, false, -1, 0));
    byte[] bytes = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      bytes[i] = places.get(pixels[i]).byteValue();
    }
    small.getRaster().setDataElements(0, 0, whole.getWidth(), whole.getHeight(), bytes);
    Files.createDirectories(to.toAbsolutePath().getParent());
    ImageIO.write(small, "png", to.toFile());
  }

  private static int nearest(List<Integer> palette, int colour) {
    int best = 0;
    for (int i = 1; i < palette.size(); i++) {
      if (distance(palette.get(i), colour) < distance(palette.get(best), colour)) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int red = (one >> 16 & 0xff) - (other >> 16 & 0xff);
    int green = (one >> 8 & 0xff) - (other >> 8 & 0xff);
    int blue = (one & 0xff) - (other & 0xff);
    return red * red + green * green + blue * blue;
  }
}
