import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.io.processor.spi.Processor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Shows what the real importer of Gephi makes of graph files: {@code GephiCheck FILE [FILE...]}.
 *
 * <p>All files go into one workspace, as the two tables of a CSV pair must. Prints one fact a line,
 * cells separated by tabs and escaped like {@code \t}:
 *
 * <pre>
 * issue LEVEL MESSAGE
 * graph directed|undirected|mixed NODES EDGES TIME_BOUNDS
 * node ID LABEL RRGGBB SIZE X Y NAME=VALUE...
 * edge ID SOURCE TARGET LABEL KIND WEIGHT NAME=VALUE...
 * </pre>
 *
 * <p>What has its time on a timeline has it as {@code timeset=<[FROM, TO]>}, in milliseconds.
 *
 * <p>Exit 0: imported without a warning; 3: with an issue of level WARNING or worse; 2: not
 * imported.
 */
public final class GephiCheck {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private GephiCheck() {}

  public static void main(String[] files) {
    java.util.logging.LogManager.getLogManager().reset();
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    List<Container> containers = new ArrayList<>();
    boolean warned = false;
    try {
      for (String file : files) {
        Container container = read(new File(file));
        warned |= showIssues(container);
        containers.add(container);
      }
      ImportController importer = Lookup.getDefault().lookup(ImportController.class);
      for (Container container : containers) {
        Processor processor = files.length == 1 ? new DefaultProcessor() : new AppendProcessor();
        importer.process(container, processor, workspace);
      }
    } catch (Exception | LinkageError e) {
      line("issue", "CRITICAL", rootOf(e).toString());
      System.exit(2);
    }
    show(Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace));
    System.exit(warned ? 3 : 0);
  }

  private static Container read(File file) throws Exception {
    Container container =
        Lookup.getDefault().lookup(ImportController.class).importFile(file);
    if (container == null || container.getUnloader() == null) {
      throw new IllegalArgumentException(file + ": Gephi imports nothing of this");
    }
    container.verify(); // what Gephi does before it shows its import report
    container.getLoader().setEdgeDefault(container.getUnloader().getEdgeDefault());
    return container;
  }

  private static boolean showIssues(Container container) {
    boolean warned = false;
    Iterator<Issue> issues = container.getReport().getIssues(Integer.MAX_VALUE);
    while (issues.hasNext()) {
      Issue issue = issues.next();
      line("issue", issue.getLevel().toString(), issue.getMessage());
      warned |= issue.getLevel().ordinal() >= Issue.Level.WARNING.ordinal();
    }
    return warned;
  }

  private static void show(GraphModel model) {
    Graph graph = model.getGraph();
    String direction = model.isMixed() ? "mixed" : model.isDirected() ? "directed" : "undirected";
    line(
        "graph",
        direction,
        String.valueOf(graph.getNodeCount()),
        String.valueOf(graph.getEdgeCount()),
        model.isDynamic() ? model.getTimeBounds().toString() : "static");
    for (Node node : graph.getNodes().toArray()) {
      List<String> cells = new ArrayList<>(List.of("node", String.valueOf(node.getId())));
      cells.add(node.getLabel());
      cells.add(String.format(Locale.ROOT, "%06x", node.getRGBA() & 0xFFFFFF));
      for (float number : new float[] {node.size(), node.x(), node.y()}) {
        cells.add(String.format(Locale.ROOT, "%.3f", number));
      }
      addValues(cells, node, model.getNodeTable());
      line(cells.toArray(new String[0]));
    }
    for (Edge edge : graph.getEdges().toArray()) {
      List<String> cells = new ArrayList<>(List.of("edge", String.valueOf(edge.getId())));
      cells.add(String.valueOf(edge.getSource().getId()));
      cells.add(String.valueOf(edge.getTarget().getId()));
      cells.add(edge.getLabel());
      cells.add(edge.getTypeLabel() == null ? null : edge.getTypeLabel().toString());
      cells.add(String.format(Locale.ROOT, "%.6g", edge.getWeight()));
      addValues(cells, edge, model.getEdgeTable());
      line(cells.toArray(new String[0]));
    }
  }

  private static void addValues(List<String> cells, Element element, Table table) {
    if (table.hasColumn("timeset") && element.getAttribute("timeset") != null) {
      cells.add("timeset=" + element.getAttribute("timeset"));
    }
    for (Column column : table) {
      Object value = column.isProperty() ? null : element.getAttribute(column);
      if (value != null) {
        cells.add(column.getTitle() + "=" + value);
      }
    }
  }

  private static Throwable rootOf(Throwable throwable) {
    Throwable root = throwable;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static void line(String... cells) {
    StringBuilder text = new StringBuilder();
    for (String cell : cells) {
      if (text.length() > 0) {
        text.append('\t');
      }
      text.append(
          cell == null
              ? ""
              : cell.replace("\\", "\\\\")
                  .replace("\t", "\\t")
                  .replace("\n", "\\n")
                  .replace("\r", "\\r"));
    }
    OUT.println(text);
  }
}
