package dev.leadkit.routing.engine;

import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.json.DecisionJson;
import dev.leadkit.routing.ledger.AssignmentLedger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A process that decides about the leads of many random worlds, by so many threads at a time, and prints one digest of it all. */
public final class DecisionsProcess {

    private static final int WORLDS = 20;
    private static final int LEADS = 30;

    private DecisionsProcess() {}

    /**
     * Decides.
     *
     * @param args how many threads
     * @throws Exception if anything fails
     */
    public static void main(String[] args) throws Exception {
        System.out.println(digest(Integer.parseInt(args[0])));
    }

    /** Of all that is decided and explained, whoever routes which world when. */
    static String digest(int threads) throws NoSuchAlgorithmException, InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<String>> told = new ArrayList<>();
            for (int seed = 0; seed < WORLDS; seed++) {
                int world = seed;
                told.add(pool.submit((Callable<String>) () -> told(world)));
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Future<String> world : told) {
                digest.update(world.get().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Every lead is explained and routed, and every third that somebody gets is done with at once. */
    private static String told(int seed) {
        WideWorld world = new WideWorld(seed);
        Router router = Router.of(world.plan, AssignmentLedger.inMemory(), seed);
        StringBuilder told = new StringBuilder();
        for (int i = 0; i < LEADS; i++) {
            RoutingRequest request = world.request(i);
            told.append(router.explain(request)).append('\n');
            Decision decision = router.route(request);
            told.append(decision)
                    .append('\n')
                    .append(DecisionJson.write(decision))
                    .append('\n');
            if (decision instanceof Decision.Assigned assigned && i % 3 == 0) {
                router.release(assigned.lead(), assigned.token());
            }
        }
        return told.toString();
    }
}
