#!/usr/bin/env python3
"""Asks an X11 window to close, as a window manager does: sends it WM_DELETE_WINDOW.

Usage: close-window.py WINDOW-ID   (display from DISPLAY, without authority: for Xvfb)
"""

import os
import socket
import struct
import sys


def main() -> None:
    window = int(sys.argv[1], 0)
    number = os.environ["DISPLAY"].rsplit(":", 1)[1].split(".")[0]
    server = socket.socket(socket.AF_UNIX)
    server.connect(f"/tmp/.X11-unix/X{number}")

    def read(count: int) -> bytes:
        data = b""
        while len(data) < count:
            part = server.recv(count - len(data))
            if not part:
                sys.exit("the display hung up")
            data += part
        return data

    server.sendall(struct.pack("<BxHHHH2x", ord("l"), 11, 0, 0, 0))
    status, _, _, _, words = struct.unpack("<BBHHH", read(8))
    read(4 * words)
    if status != 1:
        sys.exit("the display refuses")

    def atom(name: bytes) -> int:
        padded = name + b"\0" * (-len(name) % 4)
        server.sendall(struct.pack("<BBHHH", 16, 0, 2 + len(padded) // 4, len(name), 0) + padded)
        return struct.unpack("<8xI", read(32)[:12])[0]

    protocols, delete = atom(b"WM_PROTOCOLS"), atom(b"WM_DELETE_WINDOW")
    # A ClientMessage of five 32-bit words inside a SendEvent request.
    event = struct.pack("<BBHII5I", 33, 32, 0, window, protocols, delete, 0, 0, 0, 0)
    server.sendall(struct.pack("<BBHII", 25, 0, 11, window, 0) + event)
    # A round trip, so that the message is through before the connection closes.
    atom(b"WM_NAME")


main()
