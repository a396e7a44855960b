"""Placing names on the map: nothing overlaps, and what finds no room is told."""

from __future__ import annotations
