package vn.dondoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTests {

    private final Shares shares = new Shares(4, 2, Duration.ofMillis(50));

    @Test
    void oneCallerHasItsPartAndLeavesTheOthersTheirs() {
        try (Shares.Share one = shares.take("a", 1);
                Shares.Share two = shares.take("a", 1);
                Shares.Share third = shares.take("a", 1);
                Shares.Share other = shares.take("b", 2)) {
            assertThat(one).isNotNull();
            assertThat(two).isNotNull();
            assertThat(third).isNull();
            assertThat(other).isNotNull();
            assertThat(shares.take("c", 1)).as("all is taken").isNull();
        }
        try (Shares.Share again = shares.take("c", 2)) {
            assertThat(again).as("what was given back is there").isNotNull();
        }
    }

    @Test
    void whatIsMoreThanOneMayHaveTakesAllThatOneMayHave() {
        try (Shares.Share large = shares.take("a", 1_000)) {
            assertThat(large).isNotNull();
            assertThat(shares.take("a", 1)).isNull();
        }
    }

    @Test
    void nothingIsLostOverManyCallersAtOnce() throws InterruptedException {
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String who = "caller " + i % 7;
            callers.add(Thread.startVirtualThread(() -> {
                for (int n = 0; n < 20; n++) {
                    Shares.Share share = shares.take(who, 1 + n % 2);
                    if (share != null) {
                        share.close();
                    }
                }
            }));
        }
        for (Thread it : callers) {
            it.join();
        }
        try (Shares.Share one = shares.take("x", 2);
                Shares.Share two = shares.take("y", 2)) {
            assertThat(one).isNotNull();
            assertThat(two).isNotNull();
        }
    }
}
