"""What holds for every test: nothing it decides may depend on how busy the machine is."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# by default an example that takes 200 ms fails, and so does a slow start: both are noise here;
# and the same examples every time, or a landing fails for what it didn't touch
settings.register_profile(
    "standoff", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("standoff")
