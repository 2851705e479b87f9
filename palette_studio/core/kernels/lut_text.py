"""Rows of three numbers out of the bytes of a text: a color table of 256 nodes an axis is half a gigabyte."""

from __future__ import annotations

import numpy as np
from numba import njit

SPACE, TAB, LF, CR, HASH = ord(" "), ord("\t"), ord("\n"), ord("\r"), ord("#")
PLUS, MINUS, POINT, ZERO, NINE = ord("+"), ord("-"), ord("."), ord("0"), ord("9")
BIG_E, SMALL_E = ord("E"), ord("e")
POWERS = 10.0 ** np.arange(23)  # exact in float64
MOST_DIGITS = 10**17  # of a mantissa; what follows is below float64
LARGEST = 3.4e38  # of float32
# Why reading stopped.
ALL_READ, NO_ROW, FULL, NO_NUMBER, NOT_THREE, TOO_LARGE = range(6)


@njit(nogil=True, cache=True)
def number_at(data, at):
    """Return the number that begins at data[at] and where it ends; the end is ``at`` if there is none.

    Sign, digits with a point somewhere, exponent. Right to 1e-15, and infinite where too large.
    """
    place, negative = at, False
    if place < data.size and (data[place] == PLUS or data[place] == MINUS):
        negative = data[place] == MINUS
        place += 1
    mantissa, power, digits, fraction = 0, 0, 0, False
    while place < data.size:
        byte = data[place]
        if ZERO <= byte <= NINE:
            digits += 1
            if mantissa < MOST_DIGITS:
                mantissa = mantissa * 10 + (byte - ZERO)
                power -= fraction
            else:
                power += not fraction
        elif byte == POINT and not fraction:
            fraction = True
        else:
            break
        place += 1
    if digits == 0:
        return 0.0, at
    if place < data.size and (data[place] == BIG_E or data[place] == SMALL_E):
        exponent, place = exponent_at(data, place + 1)
        if place < 0:
            return 0.0, at
        power += exponent
    value = float(mantissa)
    if -23 < power < 23:
        value = value * POWERS[power] if power >= 0 else value / POWERS[-power]
    elif mantissa:
        value = value * 10.0**power
    return -value if negative else value, place


@njit(nogil=True, cache=True)
def exponent_at(data, at):
    """Return the whole number that begins at data[at], at most 9,999, and its end; -1 for none."""
    negative = False
    if at < data.size and (data[at] == PLUS or data[at] == MINUS):
        negative = data[at] == MINUS
        at += 1
    value, first = 0, at
    while at < data.size and ZERO <= data[at] <= NINE:
        value = min(value * 10 + (data[at] - ZERO), 9999)
        at += 1
    if at == first:
        return 0, -1
    return -value if negative else value, at


@njit(nogil=True, cache=True)
def rows_read(data, at, rows, done, line):
    """Read rows of three numbers from data[at:] on, until there is something else.

    data: (n,) uint8, whole lines. rows: (m, 3) float32, of which ``done`` are filled. line: the number of the
    line that begins at ``at``. Empty lines and comments are passed over.
    Returns where the line begins that it stopped at, its number, how many rows are filled, and why.
    """
    while at < data.size:
        start, count = at, 0
        while at < data.size and data[at] not in (LF, CR, HASH):
            byte = data[at]
            if byte in (SPACE, TAB):
                at += 1
                continue
            value, end = number_at(data, at)
            ended = end == data.size or data[end] in (SPACE, TAB, LF, CR, HASH)
            if end == at or not ended:
                return start, line, done, NO_NUMBER if count else NO_ROW
            if count == 3:
                return start, line, done, NOT_THREE
            if count == 0 and done == rows.shape[0]:
                return start, line, done, FULL
            if not -LARGEST < value < LARGEST:
                return start, line, done, TOO_LARGE
            rows[done, count] = value
            count += 1
            at = end
        if count == 1 or count == 2:
            return start, line, done, NOT_THREE
        done += count == 3
        while at < data.size and data[at] not in (LF, CR):
            at += 1
        at += 1 + (at + 1 < data.size and data[at] == CR and data[at + 1] == LF)
        line += 1
    return at, line, done, ALL_READ
