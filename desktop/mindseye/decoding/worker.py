"""The decoding process: reads requests, decodes, answers, until nobody asks any more."""

import os
import signal
import sys
from collections.abc import Callable

from mindseye import imaging
from mindseye.decoding.bounds import Bounds
from mindseye.decoding.wire import BEGUN, Answer, Refusal, receive_request, send_answer
from mindseye.errors import UnreadablePictureError

FLAG = "--decode-worker"
"""The argument by which the program becomes such a process."""

IDLE_SECONDS = 60.0
"""Without a request for so long it ends by itself; another is started when it is needed."""

Decode = Callable[..., imaging.Picture]


def run_worker(seconds: float, decode: Decode = imaging.decode) -> None:
    """Serves requests from standard input on standard output, each for ``seconds`` at most."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl+C is the parent's to answer
    # What C libraries print must not get between the answers.
    with os.fdopen(os.dup(0), "rb") as requests, os.fdopen(os.dup(1), "wb") as answers:
        silent = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silent, stream)
        bounds = Bounds()
        bounds.time(IDLE_SECONDS)
        while (request := receive_request(requests)) is not None:
            bounds.time(seconds)
            bounds.memory(request.memory)
            answers.write(BEGUN)
            answers.flush()
            try:
                made = imaging.decode_frames if request.frames else decode
                answer: Answer = made(bytes(request.data), shortest=request.shortest)
            except UnreadablePictureError as error:
                answer = Refusal(error.message, out_of_memory=error.message == imaging.NO_MEMORY)
            del request
            send_answer(answers, answer)
            del answer
            bounds.time(IDLE_SECONDS)


if __name__ == "__main__":
    run_worker(float(sys.argv[1]))
