import org.codelibs.opensearch.runner.OpenSearchRunner;

/** One node in a folder on a port, until whoever started it closes the input. */
public class Node {

    public static void main(String[] arguments) throws Exception {
        var node = new OpenSearchRunner();
        node.onBuild((number, settings) -> settings.put("cluster.routing.allocation.disk.threshold_enabled", false));
        node.build(OpenSearchRunner.newConfigs()
                .basePath(arguments[0])
                .baseHttpPort(Integer.parseInt(arguments[1]) - 1)
                .clusterName("consortium-test-" + arguments[1])
                .numOfNode(1));
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // as long as it is open
        }
        node.close();
        System.exit(0);
    }
}
