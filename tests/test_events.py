"""Events reach whoever asked for their kind, in the publisher's thread."""

import threading

from mindseye.events import Event, Events, FoldersChanged, IndexingProgress, Phase, PhotosChanged


def test_a_listener_hears_the_kind_it_asked_for() -> None:
    events, heard = Events(), list[Event]()
    events.subscribe(PhotosChanged, heard.append)
    events.publish(FoldersChanged())
    events.publish(PhotosChanged(added=(1,)))
    assert heard == [PhotosChanged(added=(1,))]


def test_a_listener_to_all_events_hears_all_in_order() -> None:
    events, heard = Events(), list[Event]()
    events.subscribe(Event, heard.append)
    told = [FoldersChanged(), IndexingProgress(Phase.IDLE), PhotosChanged(other=True)]
    for event in told:
        events.publish(event)
    assert heard == told


def test_a_listener_that_left_hears_nothing_more_and_may_leave_twice() -> None:
    events, heard = Events(), list[Event]()
    leave = events.subscribe(Event, heard.append)
    other = events.subscribe(Event, heard.append)
    leave()
    leave()
    events.publish(FoldersChanged())
    assert len(heard) == 1
    other()
    events.publish(FoldersChanged())
    assert len(heard) == 1


def test_a_listener_may_leave_while_it_listens() -> None:
    events, heard = Events(), list[Event]()

    def once(event: Event) -> None:
        heard.append(event)
        leave()

    leave = events.subscribe(Event, once)
    events.publish(FoldersChanged())
    events.publish(FoldersChanged())
    assert len(heard) == 1


def test_events_come_in_the_publishers_thread() -> None:
    events, names = Events(), list[str]()
    events.subscribe(Event, lambda _: names.append(threading.current_thread().name))
    thread = threading.Thread(target=events.publish, args=(FoldersChanged(),), name="publisher")
    thread.start()
    thread.join()
    assert names == ["publisher"]
