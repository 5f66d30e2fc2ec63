"""How fast the indexer may work: rules for a computer on its battery, or one that others keep busy."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from mindseye import machine
from mindseye.events import Slowed
from mindseye.settings import RULES, Rule, Settings
from mindseye.tasks import CancelToken

SENSE_SECONDS = 5.0
"""How often it is looked how the computer is."""

_BUSY, _CALM = 0.5, 0.3
"""Others keep the computer busy from this share of its processors on, and until this one."""

_RESTS = 3.0
"""Working gently means to rest so many times as long as to work."""

_LONGEST_REST = 1.0


@dataclass(frozen=True, slots=True)
class Rules:
    """What is done when the computer runs on its battery, and when others keep it busy."""

    battery: Rule = "gently"
    busy: Rule = "gently"

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """What the user chose."""
        return cls(settings.on_battery, settings.when_busy)


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast, and why not faster."""

    rule: Rule = "full speed"
    reason: Slowed | None = None


class Pacer:
    """Holds work to the rules. One thread works and asks; any may change the rules."""

    def __init__(
        self,
        *,
        on_battery: Callable[[], bool] | None = None,
        share: Callable[[], float] | None = None,
    ) -> None:
        """Senses nothing yet.

        Args:
            on_battery: whether the computer runs on its battery.
            share: what others take of the processors since it was asked last.
        """
        self.rules = Rules()
        self.hurried = False
        """Whether the rules rest, because somebody asked for full speed."""
        self._on_battery = on_battery or machine.on_battery
        self._share = share or machine.OthersLoad().share
        self._sensed = float("-inf")
        self._battery = self._busy = False
        self._rested = time.monotonic()

    def now(self) -> Pace:
        """How fast work may go now."""
        self._sense()
        if self.hurried:
            return Pace()
        rules = self.rules
        found = [
            Pace(rule, reason)
            for there, rule, reason in (
                (self._battery, rules.battery, Slowed.BATTERY),
                (self._busy, rules.busy, Slowed.BUSY),
            )
            if there and rule != "full speed"
        ]
        return max(found, key=lambda pace: RULES.index(pace.rule), default=Pace())

    def rest(self, token: CancelToken) -> None:
        """Rests as gentle work asks for, after what was done since the rest before."""
        worked = time.monotonic() - self._rested
        token.wait(min(_RESTS * worked, _LONGEST_REST))
        self._rested = time.monotonic()

    def go_on(self) -> None:
        """Takes note that work begins now, after whatever held it."""
        self._rested = time.monotonic()

    def _sense(self) -> None:
        now = time.monotonic()
        if now - self._sensed < SENSE_SECONDS:
            return
        self._sensed = now
        self._battery = self._on_battery()
        self._busy = self._share() > (_CALM if self._busy else _BUSY)
