package vn.dondoc.peers;

import java.io.Serial;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;

/** A process per rung that waits for an instant and does nothing then: no history, timers looked for every 100 ms. */
final class FlowableTimers implements Peer.Timers {

    private static final String PROCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                targetNamespace="rungs">
              <process id="rung" isExecutable="true">
                <startEvent id="start"/>
                <sequenceFlow id="a" sourceRef="start" targetRef="wait"/>
                <intermediateCatchEvent id="wait">
                  <timerEventDefinition><timeDate>${due}</timeDate></timerEventDefinition>
                </intermediateCatchEvent>
                <sequenceFlow id="b" sourceRef="wait" targetRef="fire"/>
                <serviceTask id="fire" flowable:delegateExpression="${fire}"/>
                <sequenceFlow id="c" sourceRef="fire" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>""";

    private final ProcessEngine engine;
    private final Fire fire = new Fire();

    /** Counts. */
    static final class Fire implements JavaDelegate {
        @Serial
        private static final long serialVersionUID = 1L;

        private transient @Nullable CountDownLatch fired;

        @Override
        public void execute(DelegateExecution execution) {
            CountDownLatch latch = fired;
            if (latch != null) {
                latch.countDown();
            }
        }
    }

    FlowableTimers(DataSource database) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistoryLevel(HistoryLevel.NONE);
        configuration.setAsyncExecutorActivate(false);
        configuration.setAsyncExecutorDefaultTimerJobAcquireWaitTime(100);
        configuration.setAsyncExecutorDefaultAsyncJobAcquireWaitTime(100);
        configuration.setBeans(Map.of("fire", fire));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("rung.bpmn20.xml", PROCESS)
                .deploy();
    }

    @Override
    public void make(int count, Instant instant, CountDownLatch toFire) {
        fire.fired = toFire;
        Map<String, Object> due = Map.of("due", instant.toString());
        IntStream.range(0, count)
                .parallel()
                .forEach(n -> engine.getRuntimeService().startProcessInstanceByKey("rung", due));
    }

    @Override
    public void start() {
        engine.getProcessEngineConfiguration().getAsyncExecutor().start();
    }

    @Override
    public long left() {
        return engine.getRuntimeService().createProcessInstanceQuery().count();
    }

    @Override
    public void close() {
        engine.close();
    }
}
