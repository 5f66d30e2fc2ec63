"""Workers take in no more than they can hold, and work can be called off."""

import threading
import time

import pytest

from mindseye.errors import Cancelled
from mindseye.tasks import CancelToken, Pulse, Worker


def test_a_token_says_that_the_work_was_called_off() -> None:
    token = CancelToken()
    token.check()
    assert not token.cancelled
    assert not token.wait(0)
    token.cancel()
    token.cancel()
    assert token.cancelled
    assert token.wait(60)
    with pytest.raises(Cancelled):
        token.check()


def test_work_runs_on_threads_of_the_workers_name() -> None:
    with Worker("decoder") as worker:
        assert worker.submit(lambda: threading.current_thread().name).result(10).startswith("decoder")


def test_an_error_comes_out_where_the_result_is_asked_for() -> None:
    with Worker("decoder") as worker:
        future = worker.submit(lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            future.result(10)
        assert worker.submit(lambda: 5).result(10) == 5


def test_a_producer_waits_when_there_is_no_room() -> None:
    may_end, third_in = threading.Event(), threading.Event()
    with Worker("decoder", pending=2) as worker:
        for _ in range(2):
            worker.submit(may_end.wait, 10)

        def produce() -> None:
            worker.submit(lambda: None)
            third_in.set()

        producer = threading.Thread(target=produce)
        producer.start()
        assert not third_in.wait(0.05)
        may_end.set()
        assert third_in.wait(10)
        producer.join()


def test_results_come_in_the_order_of_the_items_however_long_each_takes() -> None:
    def slow_first(number: int) -> int:
        time.sleep(0.02 if number % 4 == 0 else 0)
        return number

    with Worker("decoder", threads=4) as worker:
        assert list(worker.map_in_order(slow_first, range(20), window=6)) == list(range(20))


@pytest.mark.parametrize("count", [0, 1, 5, 6, 7])
def test_few_items_come_out_whole(count: int) -> None:
    with Worker("decoder", threads=2) as worker:
        assert list(worker.map_in_order(str, range(count), window=6)) == [str(each) for each in range(count)]


def test_no_more_than_the_window_is_under_way() -> None:
    taken = 0

    def items() -> object:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield number

    with Worker("decoder") as worker:
        results = worker.map_in_order(lambda number: number, items(), window=5)  # type: ignore[arg-type,var-annotated]
        for done in range(10):
            assert next(results) == done
            assert taken - done <= 5
        results.close()
    assert taken < 20


def test_a_stream_that_is_closed_early_waits_for_what_runs_and_drops_the_rest() -> None:
    begun, may_end, finished = threading.Event(), threading.Event(), list[int]()

    def work(number: int) -> int:
        if number:
            begun.set()
            assert may_end.wait(10)
        finished.append(number)
        return number

    with Worker("decoder") as worker:
        results = worker.map_in_order(work, range(10), window=4)
        assert next(results) == 0
        assert begun.wait(10)
        threading.Timer(0.05, may_end.set).start()
        results.close()
        assert finished == [0, 1]


def test_closing_drops_what_has_not_begun_unless_it_is_to_finish_all() -> None:
    for finish in (False, True):
        begun, may_end = threading.Event(), threading.Event()

        def block(begun: threading.Event = begun, may_end: threading.Event = may_end) -> None:
            begun.set()
            assert may_end.wait(10)

        worker = Worker("decoder")
        first = worker.submit(block)
        second = worker.submit(lambda: "done")
        assert begun.wait(10)
        threading.Timer(0.05, may_end.set).start()
        worker.close(finish=finish)
        assert first.result(0) is None
        assert second.cancelled() is not finish


def test_a_closed_worker_takes_nothing_and_may_be_closed_again() -> None:
    worker = Worker("decoder", pending=1)
    worker.close()
    worker.close()
    for _ in range(3):  # and does not lose its room by refusing
        with pytest.raises(RuntimeError):
            worker.submit(lambda: None)


def test_a_pulse_says_that_it_is_time_but_not_too_often(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    pulse = Pulse(1.0)
    told = []
    for now[0] in (0.0, 0.4, 0.9, 1.0, 1.5, 2.1):
        told.append(pulse.is_time(anyway=now[0] == 0.4))
    assert told == [True, True, False, False, True, False]
