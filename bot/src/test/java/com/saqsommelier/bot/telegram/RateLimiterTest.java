package com.saqsommelier.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.saqsommelier.bot.telegram.RateLimiter.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(30)
@Isolated("observes the order in which threads pass")
class RateLimiterTest {

    private static final long GROUP = -100;

    private final RateLimiter pace = new RateLimiter();

    @Test
    void a_chat_gets_two_at_once_and_then_one_a_second() throws InterruptedException {
        long begun = System.nanoTime();
        for (int message = 0; message < 3; message++) {
            pace.message(1, Urgency.ANSWER).close();
        }

        assertThat(since(begun)).isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void an_edit_makes_nobody_wait_for_the_next_message() throws InterruptedException {
        for (int edit = 0; edit < 10; edit++) {
            pace.edit(1, Urgency.ANSWER).close();
        }
        long begun = System.nanoTime();
        pace.message(1, Urgency.ANSWER).close();

        assertThat(since(begun)).isLessThan(Duration.ofMillis(900));
    }

    @Test
    void a_chat_that_must_wait_keeps_no_other_from_going() throws Exception {
        pace.refused(1, 60);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<RateLimiter.Turn> waiting = threads.submit(() -> pace.message(1, Urgency.ANSWER));

            for (long chat = 2; chat < 12; chat++) {
                pace.message(chat, Urgency.ALERT).close();
            }

            assertThat(waiting.isDone()).isFalse();
            waiting.cancel(true);
        }
    }

    @Test
    void two_chats_that_are_told_to_wait_mean_the_bot() throws InterruptedException {
        pace.refused(1, 1);
        pace.refused(2, 1);
        long begun = System.nanoTime();

        pace.message(3, Urgency.ANSWER).close();

        assertThat(since(begun)).isGreaterThanOrEqualTo(Duration.ofMillis(900));
    }

    @Test
    void answers_go_before_alerts_that_came_first() throws Exception {
        List<Urgency> order = new CopyOnWriteArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch full = new CountDownLatch(30);
            for (long chat = 1; chat <= 30; chat++) {
                take(threads, chat, Urgency.ANSWER, full, new CopyOnWriteArrayList<>());
            }
            full.await();
            CountDownLatch all = new CountDownLatch(20);
            for (long chat = 101; chat <= 110; chat++) {
                take(threads, chat, Urgency.ALERT, all, order);
            }
            for (long chat = 201; chat <= 210; chat++) {
                take(threads, chat, Urgency.ANSWER, all, order);
            }
            all.await();
        }

        assertThat(order.subList(0, 10)).containsOnly(Urgency.ANSWER);
    }

    @Test
    void alerts_go_in_the_order_in_which_they_came() throws Exception {
        for (long chat = 1; chat <= 30; chat++) {
            pace.message(chat, Urgency.ANSWER).close();
        }
        List<Long> order = new CopyOnWriteArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (long chat = 101; chat <= 140; chat++) {
            long asked = chat;
            Thread thread = Thread.ofPlatform().start(() -> {
                try (RateLimiter.Turn turn = pace.message(asked, Urgency.ALERT)) {
                    order.add(asked);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            await().until(() -> thread.getState() == Thread.State.TIMED_WAITING || order.contains(asked));
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(order).isSorted().hasSize(40);
    }

    @Test
    void a_group_gets_twenty_a_minute() throws Exception {
        for (int message = 0; message < 20; message++) {
            pace.message(GROUP, Urgency.ANSWER).close();
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<RateLimiter.Turn> waiting = threads.submit(() -> pace.message(GROUP, Urgency.ANSWER));
            pace.message(1, Urgency.ANSWER).close();

            assertThat(waiting.isDone()).isFalse();
            waiting.cancel(true);
        }
    }

    private void take(ExecutorService threads, long chat, Urgency urgency, CountDownLatch done, List<Urgency> order) {
        threads.execute(() -> {
            try (RateLimiter.Turn turn = pace.message(chat, urgency)) {
                order.add(urgency);
                done.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
