package dev.leadkit.enrichment;

import dev.leadkit.store.LeadStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A store between whose caller and itself something happens before, or after, each commit. */
final class Between {

    private Between() {}

    static LeadStore store(LeadStore store, Runnable before, Runnable after) {
        return (LeadStore) Proxy.newProxyInstance(
                Between.class.getClassLoader(), new Class<?>[] {LeadStore.class}, (proxy, method, arguments) -> {
                    boolean commit = method.getName().equals("commit");
                    if (commit) {
                        before.run();
                    }
                    Object result;
                    try {
                        result = method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (commit) {
                        after.run();
                    }
                    return result;
                });
    }
}
