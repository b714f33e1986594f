package org.plenary.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenary.Plenary;
import org.plenary.Statements;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.bodies.Theme;
import org.plenary.kernel.Actor;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Uuids;
import org.plenary.papers.PaperLists;
import org.plenary.people.People;
import org.plenary.search.LuceneYardstick;
import org.plenary.search.Reindex;
import org.plenary.search.Search;
import org.plenary.search.SearchQuery;
import org.plenary.search.SearchSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the house costs beside the plain things it is made of, measured in one run: {@code ./plenary
 * bench}. Prints a table and writes JSON; each figure stands beside its yardstick.
 *
 * <p>Options: {@code --briefs=N} (50,000), {@code --json=FILE}, {@code --data=FOLDER} to keep and
 * use again what was generated.
 */
public final class Bench {
  private final Figures figures = new Figures();
  private final Path data;
  private final int briefs;

  private Bench(Path data, int briefs) {
    this.data = data;
    this.briefs = briefs;
  }

  /** Ends with 0 when everything was measured, whatever the figures say. */
  public static void main(String[] options) throws Exception {
    Map<String, String> given = new LinkedHashMap<>();
    for (String option : options) {
      Matcher matcher = Pattern.compile("--(briefs|json|data)=(.+)").matcher(option);
      if (!matcher.matches()) {
        System.err.println("plenary: bench does not know '" + option + "'");
        System.exit(1);
      }
      given.put(matcher.group(1), matcher.group(2));
    }
    boolean kept = given.containsKey("data");
    Path data = kept ? Path.of(given.get("data")) : Files.createTempDirectory("plenary-bench");
    Path json = Path.of(given.getOrDefault("json", "target/bench.json")).toAbsolutePath();
    Files.createDirectories(json.getParent());
    try {
      Bench bench =
          new Bench(data.toAbsolutePath(), Integer.parseInt(given.getOrDefault("briefs", "50000")));
      bench.run();
      Map<String, Object> about = new LinkedHashMap<>();
      about.put("java", Runtime.version().toString());
      about.put("processors", Runtime.getRuntime().availableProcessors());
      about.put("briefs", bench.briefs);
      bench.figures.write(json, about);
      System.out.println("Written to " + json);
    } finally {
      if (!kept) {
        delete(data);
      }
    }
    System.exit(0);
  }

  private void run() throws Exception {
    System.out.println(Figures.head());
    try (ConfigurableApplicationContext house = inside()) {
      fill(house);
      search(house);
      index(house);
      list(house);
    }
    Path pages = Files.createDirectories(data.resolve("bench"));
    ready();
    try (Served served = serve(pages)) {
      http(served, pages);
      heap(served);
    }
  }

  // ---- inside this process: the services ----

  private ConfigurableApplicationContext inside() {
    // It greets whoever starts it; here nobody signs in.
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    try {
      return new SpringApplicationBuilder(Plenary.class, Statements.class).run(options(0));
    } finally {
      System.setOut(out);
    }
  }

  private String[] options(int port) {
    return new String[] {
      "--plenary.data=" + data,
      "--server.port=" + port,
      "--plenary.demo.sample=small",
      "--spring.main.log-startup-info=false",
      "--logging.level.root=error",
      "--logging.level.org.plenary=error"
    };
  }

  private void fill(ConfigurableApplicationContext house) throws Exception {
    JdbcTemplate jdbc = house.getBean(JdbcTemplate.class);
    Bodies bodies = house.getBean(Bodies.class);
    if (indexed(house) >= briefs) {
      return;
    }
    List<UUID> groups = bodies.groups().stream().filter(Body::active).map(Body::id).toList();
    new Library().briefs(jdbc, briefs, groups, bodies.themes().stream().map(Theme::code).toList());
    long begin = System.nanoTime();
    int before = indexed(house);
    while (indexed(house) < briefs + before) {
      Thread.sleep(200);
    }
    figures.add(
        "taking in all briefs by the change log",
        "documents/s",
        briefs / ((System.nanoTime() - begin) / 1e9),
        "both indexes, beside a running house");
  }

  private static int indexed(ConfigurableApplicationContext house) {
    return house.getBean(Search.class).published(new SearchQuery("", Map.of(), 1)).total();
  }

  /** What people type: a word, some words, a phrase, words with a filter, nothing. */
  private static List<SearchQuery> queries() {
    Library library = new Library();
    List<SearchQuery> queries = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      queries.add(query(library.typed()));
      queries.add(query(library.typed() + " " + library.word()));
      queries.add(query(library.typed() + " " + library.word() + " " + library.word()));
      queries.add(query("\"" + library.word() + " " + library.word() + "\""));
      Map<SearchQuery.Facet, List<String>> filters = new EnumMap<>(SearchQuery.Facet.class);
      filters.put(SearchQuery.Facet.COUNTRY, List.of(Library.COUNTRIES.get(i % 10)));
      queries.add(new SearchQuery(library.typed(), filters, 1));
    }
    return queries;
  }

  private static SearchQuery query(String text) {
    return new SearchQuery(text, Map.of(), 1);
  }

  private void search(ConfigurableApplicationContext house) throws IOException {
    Search search = house.getBean(Search.class);
    List<SearchQuery> queries = queries();
    int rounds = 8;
    int warm = 3;
    double[] ours = new double[rounds * queries.size()];
    double[] same = new double[ours.length];
    double[] bare = new double[ours.length];
    long differ = 0;
    try (LuceneYardstick lucene = new LuceneYardstick(house)) {
      for (int round = -warm; round < rounds; round++) {
        for (int i = 0; i < queries.size(); i++) {
          SearchQuery query = queries.get(i);
          long t0 = System.nanoTime();
          long found = search.published(query).total();
          long t1 = System.nanoTime();
          long others = lucene.all(query);
          long t2 = System.nanoTime();
          lucene.top(query);
          long t3 = System.nanoTime();
          if (round >= 0) {
            int at = round * queries.size() + i;
            ours[at] = (t1 - t0) / 1e6;
            same[at] = (t2 - t1) / 1e6;
            bare[at] = (t3 - t2) / 1e6;
          }
          if (found != others) {
            differ++;
          }
        }
      }
    }
    if (differ > 0) {
      throw new IllegalStateException(differ + " searches found another number than Lucene");
    }
    String note = queries.size() + " queries, " + rounds + " rounds after " + warm;
    for (double share : new double[] {0.5, 0.95, 0.99}) {
      String p = " p" + Math.round(share * 100);
      double mine = Figures.percentile(ours, share);
      figures.beside(
          "search at the service beside the same work in bare Lucene" + p,
          "ms",
          mine,
          Figures.percentile(same, share),
          share < 0.99 ? 1.2 : null,
          note);
      figures.beside(
          "search at the service beside bare top 10" + p,
          "ms",
          mine,
          Figures.percentile(bare, share),
          null,
          note);
    }
  }

  /** Everything read from the database into both indexes, beside the writing alone. */
  private void index(ConfigurableApplicationContext house) throws Exception {
    Reindex reindex = house.getBean(Reindex.class);
    List<List<SearchSource.Restricted>> documents =
        LuceneYardstick.documents(
            house.getBeanProvider(SearchSource.class).orderedStream().toList());
    int items = documents.stream().mapToInt(List::size).sum();
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);
    int rounds = 3;
    double[] ours = new double[rounds];
    double[] bare = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      long t0 = System.nanoTime();
      reindex.all(progress -> {});
      long t1 = System.nanoTime();
      for (List<SearchSource.Restricted> of : documents) {
        Path folder = Files.createTempDirectory(data, "bare");
        LuceneYardstick.write(folder, of, threads);
        delete(folder);
      }
      long t2 = System.nanoTime();
      ours[round] = (t1 - t0) / 1e9;
      bare[round] = (t2 - t1) / 1e9;
    }
    String note = items + " documents in two indexes, median of " + rounds;
    double mine = median(ours);
    double theirs = median(bare);
    figures.beside("making the indexes anew beside bare Lucene", "s", mine, theirs, 1.7, note);
    figures.beside(
        "indexing beside bare Lucene", "documents/s", items / mine, items / theirs, null, note);
  }

  /** The first page of papers that the chair of a group with many of them sees. */
  private void list(ConfigurableApplicationContext house) {
    int many = 10_000;
    JdbcTemplate jdbc = house.getBean(JdbcTemplate.class);
    UUID person =
        house.getBean(People.class).accountFor("chair@example.org").orElseThrow().person();
    Actor chair = house.getBean(Actors.class).of(person);
    PaperLists lists = house.getBean(PaperLists.class);
    Map<String, Object> like =
        jdbc.queryForMap(
            "select p.id as id, p.body_id as body from paper p join review_case c"
                + " on c.paper_id = p.id where p.body_id in ("
                + chair.seats().stream()
                    .filter(seat -> seat.role() == SeatRole.CHAIR)
                    .map(seat -> "x'" + HexFormat.of().formatHex(Uuids.bytes(seat.body())) + "'")
                    .collect(Collectors.joining(","))
                + ") order by p.id limit 1");
    int statementsOfFew = Statements.of(() -> lists.visible(chair, false, "", 0, 50));
    if (lists.count(chair, false, "") < many) {
      Copies.of(jdbc, Uuids.of((byte[]) like.get("id")), many);
    }
    int statements = Statements.of(() -> lists.visible(chair, false, "", 0, 50));
    if (statements != statementsOfFew) {
      throw new IllegalStateException("the list takes more statements where there is more");
    }
    int rounds = 200;
    int warm = 100;
    double[] ours = new double[rounds];
    double[] bare = new double[rounds];
    for (int round = -warm; round < rounds; round++) {
      long t0 = System.nanoTime();
      int rows = lists.visible(chair, false, "", 0, 50).size();
      long t1 = System.nanoTime();
      int same =
          jdbc.query(
                  "select p.id, p.reference, p.title, p.state, b.name, (select max(v.uploaded_at)"
                      + " from paper_version v where v.paper_id = p.id) from paper p"
                      + " left join body b on b.id = p.body_id where p.body_id = ?"
                      + " order by p.id desc limit 50",
                  (rs, n) -> rs.getString(2) + rs.getString(3) + rs.getString(4) + rs.getObject(6),
                  like.get("body"))
              .size();
      long t2 = System.nanoTime();
      if (rows != 50 || same != 50) {
        throw new IllegalStateException(rows + " rows beside " + same);
      }
      if (round >= 0) {
        ours[round] = (t1 - t0) / 1e6;
        bare[round] = (t2 - t1) / 1e6;
      }
    }
    figures.beside(
        "first page of a group's " + many + " papers beside bare SQL",
        "ms",
        median(ours),
        median(bare),
        3.0,
        rounds + " times; " + statements + " statement, as for few papers");
  }

  // ---- a process of its own: what a request and an open page cost ----

  /** A running house with the yardstick's address. */
  private record Served(Process process, String base) implements AutoCloseable {
    @Override
    public void close() {
      process.destroy();
      process.onExit().join();
    }
  }

  private Served serve(Path pages) throws Exception {
    return start(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            BenchServer.class.getName(),
            "--plenary.bench=" + pages));
  }

  private Served start(List<String> program) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(program);
    command.addAll(Stream.of(options(port)).toList());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("bench-server.log").toFile())
            .start();
    String base = "http://127.0.0.1:" + port;
    long begin = System.nanoTime();
    while (!answers(base + "/actuator/health")) {
      if (!process.isAlive() || System.nanoTime() - begin > 300e9) {
        throw new IllegalStateException("no start; see " + data.resolve("bench-server.log"));
      }
      Thread.sleep(50);
    }
    return new Served(process, base);
  }

  /** From the start of the process, as the launcher starts it, to the first answer. */
  private void ready() throws Exception {
    double[] seconds = new double[3];
    for (int i = 0; i < seconds.length; i++) {
      long begin = System.nanoTime();
      String app = System.getProperty("plenary.app");
      List<String> jar =
          app == null
              ? List.of("-cp", System.getProperty("java.class.path"), Plenary.class.getName())
              : List.of(
                  "-XX:AOTCache=" + Path.of(app, "plenary.aot"),
                  "-jar",
                  Path.of(app, "plenary.jar").toString());
      try (Served served = start(jar)) {
        seconds[i] = (System.nanoTime() - begin) / 1e9;
      }
    }
    figures.reach("time to ready", "s", median(seconds), 15, "median of 3 starts on these data");
  }

  private static boolean answers(String url) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
                  HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(5)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String url) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(url)).build(),
              HttpResponse.BodyHandlers.ofByteArray())
          .body();
    }
  }

  private void http(Served served, Path pages) throws Exception {
    Load load = new Load(served.process().toHandle(), served.base());
    Library library = new Library();
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      asked.add("/search?q=" + library.typed());
    }
    Files.write(pages.resolve("brief"), bytes(served.base() + "/briefs/bench-7"));
    Files.write(pages.resolve("search"), bytes(served.base() + asked.get(0)));
    page(load, "brief", "brief page", 1.7, i -> "/briefs/bench-" + i % 5000);
    page(load, "search", "search page", null, i -> asked.get(i % asked.size()));
  }

  private void page(
      Load load,
      String name,
      String what,
      @org.jspecify.annotations.Nullable Double reach,
      java.util.function.IntFunction<String> path)
      throws Exception {
    int block = 2000;
    int blocks = 4;
    load.of(block, path);
    load.of(block, i -> "/bench/" + name);
    double[] cpu = new double[blocks];
    double[] same = new double[blocks];
    double[] rate = new double[blocks];
    double[] sameRate = new double[blocks];
    double[] p95 = new double[blocks];
    double[] sameP95 = new double[blocks];
    for (int b = 0; b < blocks; b++) {
      Load.Taken ours = load.of(block, path);
      Load.Taken bare = load.of(block, i -> "/bench/" + name);
      cpu[b] = ours.cpuMillis();
      same[b] = bare.cpuMillis();
      rate[b] = ours.perSecond();
      sameRate[b] = bare.perSecond();
      p95[b] = ours.p95Millis();
      sameP95[b] = bare.p95Millis();
    }
    String note = blocks + " x " + block + " requests, " + Load.CONNECTIONS + " connections";
    figures.beside(
        what + ": server CPU a request beside the same bytes",
        "ms",
        median(cpu),
        median(same),
        reach,
        note);
    figures.beside(what + ": requests", "1/s", median(rate), median(sameRate), null, note);
    figures.beside(what + ": p95", "ms", median(p95), median(sameP95), null, note);
  }

  private static double median(double[] of) {
    return Figures.percentile(of, 0.5);
  }

  private void heap(Served served) throws Exception {
    int pages = 200;
    Workspaces warm = new Workspaces(served.base());
    warm.signIn("chair@example.org", "sample-partnership");
    for (int i = 0; i < 3; i++) {
      for (String path : List.of("", "papers", "briefs", "inbox")) {
        warm.open(path);
      }
    }
    double before = used(served);
    List<Workspaces> people = new ArrayList<>();
    for (int i = 0; i < pages; i++) {
      Workspaces person = new Workspaces(served.base());
      person.signIn("chair@example.org", "sample-partnership");
      person.open(List.of("", "papers", "briefs", "inbox").get(i % 4));
      people.add(person);
    }
    double after = used(served);
    figures.reach(
        "heap of an open workspace page",
        "kB",
        (after - before) / pages / 1000,
        500,
        pages + " sessions with one page each (desk, papers, briefs, inbox), after a full GC");
    if (people.size() != pages) {
      throw new IllegalStateException();
    }
  }

  /** What the server's heap holds after a full collection, in bytes. */
  private static double used(Served served) throws Exception {
    String pid = Long.toString(served.process().pid());
    jcmd(pid, "GC.run");
    jcmd(pid, "GC.run");
    long sum = 0;
    Matcher total =
        Pattern.compile("Total\\s+\\d+\\s+(\\d+)").matcher(jcmd(pid, "GC.class_histogram"));
    while (total.find()) {
      sum = Long.parseLong(total.group(1));
    }
    return sum;
  }

  private static String jcmd(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    return said;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
