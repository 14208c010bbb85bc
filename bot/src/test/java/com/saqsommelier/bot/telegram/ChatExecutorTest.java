package com.saqsommelier.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ChatExecutorTest {

    private final ChatExecutor chats = new ChatExecutor();
    private final Queue<Integer> done = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        chats.close();
    }

    @Test
    void aChatIsAnsweredInItsOrder() {
        List<Integer> order =
                IntStream.range(0, ChatExecutor.MOST_WAITING).boxed().toList();

        order.forEach(n -> chats.submit(1, () -> done.add(n)));
        chats.close();

        assertThat(done).containsExactlyElementsOf(order);
    }

    @Test
    void aSlowChatDoesNotHoldUpAnother() throws InterruptedException {
        CountDownLatch otherIsDone = new CountDownLatch(1);
        CountDownLatch slowIsDone = new CountDownLatch(1);

        chats.submit(1, () -> {
            await(otherIsDone);
            slowIsDone.countDown();
        });
        chats.submit(2, otherIsDone::countDown);

        assertThat(slowIsDone.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aFailureStopsNeitherItsChatNorOthers() {
        chats.submit(1, () -> {
            throw new IllegalStateException("on purpose");
        });
        chats.submit(1, () -> {
            throw new StackOverflowError("on purpose");
        });
        chats.submit(1, () -> done.add(1));
        chats.submit(2, () -> done.add(2));
        chats.close();

        assertThat(done).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void aFloodIsCutOff() {
        CountDownLatch flooded = new CountDownLatch(1);
        chats.submit(1, () -> await(flooded));

        IntStream.range(0, ChatExecutor.MOST_WAITING + 10).forEach(n -> chats.submit(1, () -> done.add(n)));
        flooded.countDown();
        chats.close();

        assertThat(done).hasSize(ChatExecutor.MOST_WAITING);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
